package app.vouch.incentive;

import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The rate of exchange that an amount was found by.
 *
 * @param rate units of {@code to} for one of {@code from}
 * @param source whose rate it is, as the deal said
 */
@Schema(name = "RewardRate")
@Name("RewardRate")
public record RewardRateView(
    @NonNull String from, @NonNull String to, @NonNull String rate, @NonNull String source) {}
