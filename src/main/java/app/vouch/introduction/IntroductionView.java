package app.vouch.introduction;

import app.vouch.platform.work.Versioned;
import app.vouch.program.ProgramSettings.Sending;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An introduction as callers see it.
 *
 * @param prospectEmail the address that the prospect gave with their yes, for this introduction;
 *     null where one was known before; not in events
 * @param referralId null until the connector agrees, where it was not asked for with a referral
 * @param context why both would care
 * @param expiresAt when the present state ends by itself
 * @param deferredBy who said "not now"
 * @param reasonCode why it is in the present state, where a reason was given
 * @param dueMessageId the message that somebody should render and send now
 * @param allowedActions what callers may do next, each with its scope
 */
@Schema(name = "Introduction")
@Name("Introduction")
public record IntroductionView(
    @Id @NonNull String id,
    int version,
    @NonNull IntroductionState state,
    @Id @Nullable String referralId,
    @Id @NonNull String programVersionId,
    @Id @NonNull String connectorPersonId,
    @Id @NonNull String prospectPersonId,
    @Nullable String prospectEmail,
    @NonNull RequesterView requester,
    @NonNull String subject,
    @NonNull String context,
    @NonNull Sending sending,
    @Nullable Instant expiresAt,
    @Nullable Party deferredBy,
    @Nullable Instant deferredUntil,
    @Nullable IntroductionOutcome outcome,
    @Nullable String reasonCode,
    @Id @Nullable String dueMessageId,
    @NonNull Instant requestedAt,
    @NonNull Instant updatedAt,
    @NonNull List<@NonNull CallerAction> allowedActions)
    implements Versioned {

  /** Without the address that the prospect gave for this introduction alone. */
  IntroductionView inEvents() {
    return new IntroductionView(
        id,
        version,
        state,
        referralId,
        programVersionId,
        connectorPersonId,
        prospectPersonId,
        null,
        requester,
        subject,
        context,
        sending,
        expiresAt,
        deferredBy,
        deferredUntil,
        outcome,
        reasonCode,
        dueMessageId,
        requestedAt,
        updatedAt,
        allowedActions);
  }

  /** Who asks for the introduction. */
  @Schema(name = "Requester")
  @Name("Requester")
  public record RequesterView(@NonNull String name, @Nullable String email) {}
}
