package app.vouch.referral;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.platform.journal.JournalEntryView;
import app.vouch.referral.ReferralConnection.ReferralEdge;
import app.vouch.referral.ReviewItemConnection.ReviewItemEdge;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Referrals over GraphQL. */
@GraphQLApi
public class ReferralGraph {
  private final ReferralService referrals;
  private final ReviewItemService reviews;

  ReferralGraph(ReferralService referrals, ReviewItemService reviews) {
    this.referrals = referrals;
    this.reviews = reviews;
  }

  @Query
  @Needs(Scope.REFERRALS_READ)
  @Description("A referral, by its id or ext:system:instance:object:id.")
  public ReferralView referral(@Id @NonNull String id) {
    return referrals.get(id);
  }

  @Query
  @Needs(Scope.REFERRALS_READ)
  @Description("Referrals, the newest first.")
  public @NonNull ReferralConnection referrals(
      @DefaultValue("50") int first, @Nullable String after, @Nullable ReferralFilter filter) {
    return Connections.of(
        IdType.REFERRAL,
        referrals.list(
            Connections.page(first, after), filter == null ? ReferralFilter.NONE : filter),
        after != null,
        ReferralEdge::new,
        ReferralConnection::new);
  }

  @Query
  @Needs(Scope.REFERRALS_READ)
  @Description("What happened to a referral, the newest first.")
  public @NonNull ReferralTimeline referralTimeline(
      @Id @NonNull String id, @DefaultValue("50") int first, @Nullable String after) {
    Page<JournalEntryView> found = referrals.timeline(id, Connections.page(first, after));
    return new ReferralTimeline(found.data(), found.page().nextCursor());
  }

  @Query
  @Needs(Scope.REFERRALS_READ)
  @Description("What waits for a person's decision, the newest first.")
  public @NonNull ReviewItemConnection reviewItems(
      @DefaultValue("50") int first, @Nullable String after, @Nullable Boolean resolved) {
    return Connections.of(
        IdType.REVIEW_ITEM,
        reviews.list(Connections.page(first, after), resolved),
        after != null,
        ReviewItemEdge::new,
        ReviewItemConnection::new);
  }

  @Mutation
  @Needs(Scope.REFERRALS_WRITE)
  @Description("Captures a referral; the answer carries the decision.")
  public @NonNull CaptureReferralPayload captureReferral(@NonNull CaptureReferral input) {
    return Payloads.of(() -> referrals.capture(input), CaptureReferralPayload::new);
  }

  @Mutation
  @Needs(Scope.REFERRALS_WRITE)
  @Description("Moves a referral on.")
  public @NonNull TransitionReferralPayload transitionReferral(@NonNull TransitionReferral input) {
    return Payloads.of(() -> referrals.transition(input), TransitionReferralPayload::new);
  }

  @Mutation
  @Needs(Scope.REFERRALS_WRITE)
  @Description("Records that the referrer was thanked.")
  public @NonNull RecordThanksPayload recordThanks(@NonNull RecordThanks input) {
    return Payloads.of(() -> referrals.recordThanks(input), RecordThanksPayload::new);
  }

  @Mutation
  @Needs(Scope.REFERRALS_WRITE)
  @Description("Records that the prospect was told whose data are kept, and from whom they came.")
  public @NonNull RecordPrivacyNoticePayload recordPrivacyNotice(
      @NonNull RecordPrivacyNotice input) {
    return Payloads.of(() -> referrals.recordPrivacyNotice(input), RecordPrivacyNoticePayload::new);
  }

  @Mutation
  @Needs(Scope.REFERRALS_DECIDE)
  @Description("Says that a deal came of a referral.")
  public @NonNull LinkReferralToDealPayload linkReferralToDeal(@NonNull LinkReferralToDeal input) {
    return Payloads.of(() -> referrals.linkToDeal(input), LinkReferralToDealPayload::new);
  }

  @Mutation
  @Needs(Scope.REFERRALS_DECIDE)
  @Description("Says that a deal did not come of a referral.")
  public @NonNull UnlinkReferralFromDealPayload unlinkReferralFromDeal(
      @NonNull LinkReferralToDeal input) {
    return Payloads.of(() -> referrals.unlinkFromDeal(input), UnlinkReferralFromDealPayload::new);
  }

  /**
   * A page of a timeline.
   *
   * @param nextCursor goes into {@code after}; null on the last page
   */
  public record ReferralTimeline(
      @NonNull List<@NonNull JournalEntryView> entries, @Nullable String nextCursor) {}

  /** The referral with its decision, or why not. */
  public record CaptureReferralPayload(
      @Nullable ReferralView referral, @NonNull List<@NonNull UserError> userErrors) {}

  /** The referral, or why not. */
  public record TransitionReferralPayload(
      @Nullable ReferralView referral, @NonNull List<@NonNull UserError> userErrors) {}

  /** The referral, or why not. */
  public record RecordThanksPayload(
      @Nullable ReferralView referral, @NonNull List<@NonNull UserError> userErrors) {}

  /** The referral, or why not. */
  public record RecordPrivacyNoticePayload(
      @Nullable ReferralView referral, @NonNull List<@NonNull UserError> userErrors) {}

  /** The referral, or why not. */
  public record LinkReferralToDealPayload(
      @Nullable ReferralView referral, @NonNull List<@NonNull UserError> userErrors) {}

  /** The referral, or why not. */
  public record UnlinkReferralFromDealPayload(
      @Nullable ReferralView referral, @NonNull List<@NonNull UserError> userErrors) {}
}
