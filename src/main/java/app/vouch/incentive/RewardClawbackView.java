package app.vouch.incentive;

import app.vouch.shared.AmountView;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was taken back of a paid reward whose cause fell away.
 *
 * @param windowDays days of the clawback window
 * @param daysLeft how many of them were left
 */
@Schema(name = "RewardClawbackShare")
@Name("RewardClawbackShare")
public record RewardClawbackView(int windowDays, int daysLeft, @NonNull AmountView takenBack) {}
