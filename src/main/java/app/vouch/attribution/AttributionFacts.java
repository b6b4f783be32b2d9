package app.vouch.attribution;

import app.vouch.deal.DealFacts;
import java.util.List;
import java.util.UUID;

/**
 * The credits of a deal as they now stand.
 *
 * @param version 1 for the first result, one more with each revision
 * @param credits empty when the deal was re-opened; otherwise they sum to the deal's amount
 */
public record AttributionFacts(
    UUID attributionId, int version, UUID dealId, DealFacts deal, List<CreditFacts> credits) {}
