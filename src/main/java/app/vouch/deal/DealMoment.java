package app.vouch.deal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal right after a write, as every event of that write carries it.
 *
 * @param declaredReferral the referral that the CRM names; whether it exists is for the observer
 * @param changes field → [before, after]
 */
public record DealMoment(
    UUID id,
    DealView view,
    DealFacts facts,
    @Nullable UUID declaredReferral,
    Map<String, List<@Nullable Object>> changes) {}
