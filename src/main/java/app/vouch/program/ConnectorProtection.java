package app.vouch.program;

import app.vouch.shared.Money;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What protects a connector now: the referrer's own rules, and the program version's for the rest.
 *
 * @param asksPer90Days how often they may be asked in any 90 days
 * @param coolDown the least time between two asks
 * @param dealFloor the smallest deal that they may be asked for; null: any
 * @param noGoOrganizations whose people they are not asked about
 * @param enrolled whether the program has not paused or removed them
 * @param pausedUntil until when they are not asked at all
 */
public record ConnectorProtection(
    int asksPer90Days,
    IsoAmount coolDown,
    @Nullable Money dealFloor,
    Set<UUID> noGoOrganizations,
    boolean enrolled,
    @Nullable Instant pausedUntil) {

  public boolean isPaused(Instant now) {
    return !enrolled || (pausedUntil != null && now.isBefore(pausedUntil));
  }
}
