package app.vouch.incentive;

import app.vouch.shared.MoneyView;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a gate answered, frozen when it did, with what it went by.
 *
 * @param reason why the reward waits, where it is held
 * @param limit the most that the payee may get without a document
 * @param counted what they got since then, this reward left out
 * @param since from when that is counted
 * @param amount this reward's
 * @param passesFrom when enough of what is counted will have left the window; null for never
 * @param document the kind that lifts it
 * @param documentId the document that lifted it, or that says so
 * @param found the sector, country or id that it compared; null where there is none
 */
@Schema(name = "RewardGate")
@Name("RewardGate")
public record RewardGateView(
    @NonNull Instant askedAt,
    @NonNull GateMoment moment,
    @NonNull Gate gate,
    @NonNull GateAnswer answer,
    @Nullable RewardReason reason,
    @Nullable MoneyView limit,
    @Nullable MoneyView counted,
    @Nullable Instant since,
    @Nullable MoneyView amount,
    @Nullable Instant passesFrom,
    @Nullable String document,
    @Id @Nullable String documentId,
    @Nullable String found) {}
