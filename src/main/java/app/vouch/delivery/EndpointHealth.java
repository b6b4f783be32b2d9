package app.vouch.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint's attempts ended lately.
 *
 * @param failures in a row
 * @param refusals answers 401 and 403 in a row
 * @param failingSince the first failure of the row
 * @param probeAt when one held delivery is tried next
 * @param told how many notices its tenant got since it is held
 * @param noticeAt when the next one is due
 */
public record EndpointHealth(
    int failures,
    int refusals,
    @Nullable Instant failingSince,
    @Nullable Instant lastFailureAt,
    @Nullable Instant lastSuccessAt,
    @Nullable Integer lastStatus,
    @Nullable String lastError,
    @Nullable Instant heldSince,
    @Nullable HeldReason heldReason,
    @Nullable Instant probeAt,
    int told,
    @Nullable Instant noticeAt) {
  public static final EndpointHealth UNKNOWN =
      new EndpointHealth(0, 0, null, null, null, null, null, null, null, null, 0, null);

  public boolean isHeld() {
    return heldSince != null;
  }

  EndpointHealth succeeded(Instant at, @Nullable Integer status) {
    Instant notice = told > 0 ? at : null;
    return new EndpointHealth(
        0, 0, null, lastFailureAt, at, status, null, null, null, null, told, notice);
  }

  /**
   * @param refused whether our credentials were
   */
  EndpointHealth failed(
      Instant at,
      @Nullable Integer status,
      @Nullable String error,
      boolean refused,
      HealthPolicy policy) {
    int moreFailures = failures + 1;
    int moreRefusals = refused ? refusals + 1 : 0;
    HeldReason why =
        moreRefusals >= policy.holdAfterRefusals()
            ? HeldReason.CREDENTIALS
            : moreFailures >= policy.holdAfterFailures() ? HeldReason.FAILING : null;
    boolean begins = why != null && !isHeld();
    return new EndpointHealth(
        moreFailures,
        moreRefusals,
        failingSince == null ? at : failingSince,
        at,
        lastSuccessAt,
        status,
        error,
        begins ? at : heldSince,
        begins ? why : heldReason,
        begins ? at.plus(policy.probeEvery()) : probeAt,
        begins ? 0 : told,
        begins ? at : noticeAt);
  }

  EndpointHealth probed(@Nullable Instant next) {
    return new EndpointHealth(
        failures,
        refusals,
        failingSince,
        lastFailureAt,
        lastSuccessAt,
        lastStatus,
        lastError,
        heldSince,
        heldReason,
        next,
        told,
        noticeAt);
  }

  EndpointHealth told(int times, @Nullable Instant next) {
    return new EndpointHealth(
        failures,
        refusals,
        failingSince,
        lastFailureAt,
        lastSuccessAt,
        lastStatus,
        lastError,
        heldSince,
        heldReason,
        probeAt,
        times,
        next);
  }

  HealthState state() {
    return isHeld() ? HealthState.HELD : failures > 0 ? HealthState.FAILING : HealthState.HEALTHY;
  }

  /** An endpoint's health as it was read. */
  public record Of(UUID endpointId, UUID tenantId, EndpointHealth health) {}
}
