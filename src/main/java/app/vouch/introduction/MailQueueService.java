package app.vouch.introduction;

import app.vouch.platform.persistence.Sql;
import app.vouch.shared.Uuid7;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The mails that are to be sent, of all tenants. What is due says the service's clock; how long a
 * replica owns what it took says the database's.
 */
@ApplicationScoped
class MailQueueService {
  private final Sql sql;
  private final Uuid7 ids;
  private final Clock clock;

  MailQueueService(Sql sql, Uuid7 ids, Clock clock) {
    this.sql = sql;
    this.ids = ids;
    this.clock = clock;
  }

  /** A mail that this replica is to send now. */
  record Claimed(UUID mailId, UUID tenantId, UUID introductionId, UUID claimId) {}

  /** In the transaction that wants the mail. */
  void add(UUID tenant, UUID introduction, UUID mail, Instant at) {
    sql.update(
        "insert into mail_queue (mail_id, tenant_id, introduction_id, due_at) values (?, ?, ?, ?)",
        mail,
        tenant,
        introduction,
        at);
  }

  /** Lets go of the mail until then, in the transaction that is open. */
  void postpone(Claimed claimed, Instant at) {
    remove(claimed.mailId());
    add(claimed.tenantId(), claimed.introductionId(), claimed.mailId(), at);
  }

  void remove(UUID mail) {
    sql.update("delete from mail_queue where mail_id = ?", mail);
  }

  /** What is due, the longest waiting first; what another replica takes is passed over. */
  List<Claimed> take(int most, Duration lease) {
    return QuarkusTransaction.requiringNew().call(() -> takeNow(most, lease));
  }

  private List<Claimed> takeNow(int most, Duration lease) {
    UUID claim = ids.next();
    List<Claimed> due =
        sql.list(
            """
            select mail_id, tenant_id, introduction_id from mail_queue
            where due_at <= ? and (lease_until is null or lease_until < utc_timestamp(6))
            order by due_at limit ? for update skip locked""",
            row ->
                new Claimed(
                    row.id("mail_id"), row.id("tenant_id"), row.id("introduction_id"), claim),
            clock.instant(),
            most);
    if (!due.isEmpty()) {
      sql.update(
          """
          update mail_queue set lease_until = date_add(utc_timestamp(6), interval ? microsecond)
          where mail_id in (?)""",
          lease,
          due.stream().map(Claimed::mailId).toList());
    }
    return due;
  }

  /** How long the oldest mail has been wanted that was tried and not taken. */
  Duration oldestWait() {
    Instant now = clock.instant();
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sql
                    .list(
                        """
                        select greatest(0, timestampdiff(second, min(m.created_at), ?)) as wait
                        from mail_queue q join message_mail m on m.id = q.mail_id
                        where m.attempts > 0 having wait is not null""",
                        row -> Duration.ofSeconds(row.number("wait")),
                        now)
                    .stream()
                    .findFirst()
                    .orElse(Duration.ZERO));
  }
}
