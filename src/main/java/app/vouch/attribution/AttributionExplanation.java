package app.vouch.attribution;

import app.vouch.program.AttributionModel;
import app.vouch.program.EvidenceSource;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a deal's credits are what they are: read from what was frozen, not computed again.
 *
 * @param rule the model in words; null when there was nobody to credit
 * @param choice how the program version was chosen
 * @param touchpoints in the order in which the model saw them
 * @param inputs the frozen inputs, as they were hashed
 */
@Schema(name = "AttributionExplanation")
@Name("AttributionExplanation")
public record AttributionExplanation(
    @Id @NonNull String attributionId,
    int version,
    @NonNull AttributionCause cause,
    @Nullable AttributionModel model,
    int modelVersion,
    @Nullable String rule,
    @NonNull String choice,
    @Nullable Window window,
    @NonNull List<@NonNull TouchpointLine> touchpoints,
    @NonNull List<@NonNull CreditView> credits,
    @NonNull String inputs,
    @NonNull String inputsHash) {

  /**
   * The look-back window.
   *
   * @param until exclusive: the end of the day on which the deal was won
   */
  @Schema(name = "AttributionWindow")
  @Name("AttributionWindow")
  public record Window(@NonNull String lookBack, @NonNull Instant from, @NonNull Instant until) {}

  /**
   * One touchpoint.
   *
   * @param used whether the model saw it
   * @param weight its exact share, such as {@code 1/3}
   */
  @Schema(name = "AttributionTouchpoint")
  @Name("AttributionTouchpoint")
  public record TouchpointLine(
      @Id @NonNull String touchpointId,
      @Id @NonNull String referralId,
      @NonNull EvidenceSource source,
      @NonNull Instant occurredAt,
      boolean used,
      @NonNull TouchpointVerdict verdict,
      @NonNull String reason,
      @NonNull String weight) {}
}
