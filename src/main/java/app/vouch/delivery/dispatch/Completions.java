package app.vouch.delivery.dispatch;

import app.vouch.delivery.Band;
import app.vouch.delivery.DeliveryAction;
import app.vouch.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Records attempts that are over, a batch in one transaction: the attempt, the delivery's move, and
 * the row's way back into the queue. An attempt whose lease was lost is recorded and moves nothing,
 * because the delivery belongs to somebody else by now.
 */
@ApplicationScoped
class Completions {
  private final Sql sql;
  private final Moves moves;
  private final HealthBook health;

  Completions(Sql sql, Moves moves, HealthBook health) {
    this.sql = sql;
    this.moves = moves;
    this.health = health;
  }

  /** Which lease a delivery is under. */
  private record Lease(UUID deliveryId, UUID claimId) {}

  void record(List<AttemptResult> results) {
    QuarkusTransaction.requiringNew().run(() -> complete(results));
  }

  private void complete(List<AttemptResult> results) {
    Set<Lease> leases =
        new HashSet<>(
            sql.list(
                "select delivery_id, claim_id from wh_sending where delivery_id in (?) for update",
                row -> new Lease(row.id("delivery_id"), row.id("claim_id")),
                results.stream().map(r -> r.claim().deliveryId()).toList()));
    insertAttempts(results);
    List<AttemptResult> owned =
        results.stream()
            .filter(r -> leases.contains(new Lease(r.claim().deliveryId(), r.claim().claimId())))
            .toList();
    if (!owned.isEmpty()) {
      sql.update(
          "delete from wh_sending where delivery_id in (?)",
          owned.stream().map(r -> r.claim().deliveryId()).toList());
      Set<UUID> held = health.record(owned);
      owned.stream()
          .filter(r -> r.verdict() == Verdict.DELIVERED)
          .collect(Collectors.groupingBy(r -> Objects.requireNonNull(r.status())))
          .forEach(this::succeed);
      owned.stream()
          .filter(r -> r.verdict() != Verdict.DELIVERED)
          .forEach(r -> fail(r, isHeld(r, held)));
    }
  }

  /**
   * What has used its last try up is dead, also with the failure that holds its endpoint: one event
   * that a receiver never takes would keep it held. Probes spend no try, and refused credentials
   * are not the event's fault.
   */
  private static boolean isHeld(AttemptResult r, Set<UUID> held) {
    return held.contains(r.claim().lane().endpointId())
        && (r.claim().isProbe() || r.refused() || r.verdict() != Verdict.DEAD);
  }

  /** The usual end, so all of a batch in one statement. */
  private void succeed(int status, List<AttemptResult> results) {
    List<Object> parameters = new ArrayList<>(List.of(status));
    results.forEach(r -> parameters.addAll(List.of(r.claim().deliveryId(), r.startedAt())));
    moves.move(
        DeliveryAction.SUCCEED,
        results.stream().map(r -> r.claim().deliveryId()).toList(),
        """
        tries = tries + 1, attempts = attempts + 1, last_status = ?, last_error = null,
        next_attempt_at = null, delivered_at = case id %s end,"""
            .formatted("when ? then ? ".repeat(results.size())),
        parameters.toArray());
  }

  private void insertAttempts(List<AttemptResult> results) {
    List<List<?>> rows = new ArrayList<>();
    for (AttemptResult r : results) {
      rows.add(
          Arrays.asList(
              r.id(),
              r.claim().lane().tenantId(),
              r.claim().deliveryId(),
              r.claim().attempts() + 1,
              r.startedAt(),
              r.duration().toMillis(),
              r.status(),
              r.error(),
              r.excerpt(),
              r.requestHeaders()));
    }
    sql.insert(
        """
        insert into delivery_attempt (id, tenant_id, delivery_id, attempt_no, started_at,
          duration_ms, status, error, excerpt, request_headers) values""",
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        "on duplicate key update id = delivery_attempt.id",
        rows);
  }

  /**
   * @param held whether what failed waits for the endpoint, and has not used up a try
   */
  private void fail(AttemptResult r, boolean held) {
    Claim claim = r.claim();
    List<UUID> id = List.of(claim.deliveryId());
    String error = r.error();
    if (held) {
      moves.move(
          DeliveryAction.HOLD,
          id,
          "attempts = attempts + 1, last_status = ?, last_error = ?, next_attempt_at = null,",
          r.status(),
          error);
      return;
    }
    switch (r.verdict()) {
      case DELIVERED -> throw new IllegalArgumentException("nothing failed");
      case RETRIED, GONE -> {
        moves.move(
            DeliveryAction.RETRY,
            id,
            """
            tries = tries + 1, attempts = attempts + 1, last_status = ?, last_error = ?,
            next_attempt_at = date_add(utc_timestamp(6), interval ? microsecond),""",
            r.status(),
            error,
            r.delay());
        moves.ready(claim.lane(), id, Band.RETRY, r.delay());
      }
      case DEAD -> {
        moves.move(
            DeliveryAction.EXHAUST,
            id,
            """
            tries = tries + 1, attempts = attempts + 1, last_status = ?, last_error = ?,
            next_attempt_at = null,""",
            r.status(),
            error);
        sql.update(
            "insert into wh_dead (delivery_id, tenant_id, endpoint_id) values (?, ?, ?)",
            claim.deliveryId(),
            claim.lane().tenantId(),
            claim.lane().endpointId());
      }
    }
  }
}
