package app.vouch.referral;

import app.vouch.platform.work.Versioned;
import app.vouch.shared.ExternalRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A referral as callers see it. GraphQL reads the prospect, the referrer and the program version
 * live instead of the short forms here.
 *
 * @param prospect the prospect as captured
 * @param reasonCode why it was rejected, lost or marked as a duplicate
 * @param thankYouMessageId the message that thanks the referrer; null once they were thanked
 * @param occurredAt when it happened, as the caller says
 * @param receivedAt when it was ours to decide
 * @param allowedActions what callers may do next, each with its scope
 */
@Schema(name = "Referral")
@Name("Referral")
public record ReferralView(
    @Id @NonNull String id,
    int version,
    @NonNull ReferralState state,
    @NonNull CoarseStatus coarseStatus,
    @Id @NonNull String programId,
    @Id @NonNull String programVersionId,
    @NonNull ReferralSource source,
    @Ignore ProspectLink prospect,
    @Ignore ReferrerLink referrer,
    @Nullable String role,
    @Nullable String reason,
    @Nullable LawfulBasis basis,
    @NonNull List<@NonNull Evidence> evidence,
    @NonNull ReferralDecision decision,
    @Nullable String reasonCode,
    @NonNull ReferralDue due,
    @Nullable Instant thankedAt,
    @Id @Nullable String thankYouMessageId,
    @Nullable Instant privacyNoticedAt,
    @Nullable Instant occurredAt,
    @NonNull Instant receivedAt,
    @NonNull Instant updatedAt,
    @NonNull Map<String, String> metadata,
    @NonNull List<@NonNull ExternalRef> externalRefs,
    @NonNull List<@NonNull CallerAction> allowedActions)
    implements Versioned {

  /** Of the id alone: GraphQL keeps rows by it in the batches of every nested field. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Receivers of events are not told who else referred the prospect. */
  ReferralView forEvents() {
    return decision.competing().isEmpty() ? this : with(decision.withoutCompeting());
  }

  private ReferralView with(ReferralDecision shown) {
    return new ReferralView(
        id,
        version,
        state,
        coarseStatus,
        programId,
        programVersionId,
        source,
        prospect,
        referrer,
        role,
        reason,
        basis,
        evidence,
        shown,
        reasonCode,
        due,
        thankedAt,
        thankYouMessageId,
        privacyNoticedAt,
        occurredAt,
        receivedAt,
        updatedAt,
        metadata,
        externalRefs,
        allowedActions);
  }

  /**
   * The prospect as captured.
   *
   * @param id the person's
   * @param email null where the program keeps no address before the prospect opts in
   */
  @Schema(name = "ProspectLink")
  public record ProspectLink(
      String id,
      String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable ProspectOrganizationLink organization) {}

  /** The prospect's organization as captured. */
  @Schema(name = "ProspectOrganizationLink")
  public record ProspectOrganizationLink(String id, String name, @Nullable String domain) {}

  /** Who referred. */
  @Schema(name = "ReferrerLink")
  public record ReferrerLink(String id, String name) {}

  /**
   * Until when somebody should have done something.
   *
   * @param firstContact null until the referral is accepted, and while the parties of an
   *     introduction are asked
   * @param privacyNotice when the prospect must have been told whose data are kept and from whom
   *     they came (GDPR Art. 14); null where no address is kept, and once they were contacted
   */
  @Schema(name = "ReferralDue")
  @Name("ReferralDue")
  public record ReferralDue(
      @Nullable Instant firstContact, @NonNull Instant thankYou, @Nullable Instant privacyNotice) {}
}
