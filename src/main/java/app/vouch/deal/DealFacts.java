package app.vouch.deal;

import app.vouch.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What other contexts decide by.
 *
 * @param amount null when the CRM gave none
 * @param firstYearAmount the amount where the CRM gave no other
 * @param rate of the amounts' currency
 * @param closedAt when it was won or lost; null while it is open
 * @param historic whether it was closed before Vouch was used: mirrored to compare with
 */
public record DealFacts(
    UUID id,
    @Nullable UUID organizationId,
    List<UUID> personIds,
    @Nullable Money amount,
    @Nullable Money firstYearAmount,
    @Nullable DealRate rate,
    DealStatus status,
    Milestone milestone,
    Instant openedAt,
    @Nullable Instant closedAt,
    boolean historic) {}
