package app.vouch.introduction;

import app.vouch.introduction.IntroductionConnection.IntroductionEdge;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.platform.journal.JournalEntryView;
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

/** Introductions over GraphQL. */
@GraphQLApi
public class IntroductionGraph {
  private final IntroductionService introductions;
  private final IntroductionReadService reads;
  private final MessageService messages;

  IntroductionGraph(
      IntroductionService introductions, IntroductionReadService reads, MessageService messages) {
    this.introductions = introductions;
    this.reads = reads;
    this.messages = messages;
  }

  @Query
  @Needs(Scope.INTRODUCTIONS_READ)
  @Description("An introduction.")
  public IntroductionView introduction(@Id @NonNull String id) {
    return reads.get(id);
  }

  @Query
  @Needs(Scope.INTRODUCTIONS_READ)
  @Description("Introductions, the newest first.")
  public @NonNull IntroductionConnection introductions(
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after,
      @Nullable IntroductionFilter filter) {
    return Connections.of(
        IdType.INTRODUCTION,
        reads.list(
            Connections.page(first, after), filter == null ? IntroductionFilter.ALL : filter),
        after != null,
        IntroductionEdge::new,
        IntroductionConnection::new);
  }

  @Query
  @Needs(Scope.CONSENTS_READ)
  @Description("Both parties' answers, as evidence; the oldest first.")
  public @NonNull List<@NonNull ConsentView> introductionConsents(@Id @NonNull String id) {
    return reads.consents(id);
  }

  @Query
  @Needs(Scope.INTRODUCTIONS_READ)
  @Description("The messages that somebody should send or Vouch mails; the oldest first.")
  public @NonNull List<@NonNull MessageView> introductionMessages(@Id @NonNull String id) {
    return messages.of(id);
  }

  @Query
  @Needs(Scope.INTRODUCTIONS_READ)
  @Description("What happened to an introduction, the newest first.")
  public @NonNull IntroductionTimeline introductionTimeline(
      @Id @NonNull String id, @DefaultValue("50") @Nullable Integer first, @Nullable String after) {
    Page<JournalEntryView> found = reads.timeline(id, Connections.page(first, after));
    return new IntroductionTimeline(found.data(), found.page().nextCursor());
  }

  @Mutation
  @Needs(Scope.INTRODUCTIONS_WRITE)
  @Description(
      "Asks a referral's referrer, or a connector who has not referred the prospect yet, to introduce them.")
  public @NonNull RequestIntroductionPayload requestIntroduction(
      @NonNull RequestIntroduction input) {
    return Payloads.of(() -> introductions.request(input), RequestIntroductionPayload::new);
  }

  @Mutation
  @Needs(Scope.INTRODUCTIONS_WRITE)
  @Description("Moves an introduction on.")
  public @NonNull TransitionIntroductionPayload transitionIntroduction(
      @NonNull TransitionIntroduction input) {
    return Payloads.of(() -> introductions.transition(input), TransitionIntroductionPayload::new);
  }

  @Mutation
  @Needs(Scope.INTRODUCTIONS_SEND)
  @Description("Makes a message's text and a fresh link; the earlier link stops working.")
  public @NonNull RenderMessagePayload renderMessage(@NonNull RenderMessage input) {
    return Payloads.of(() -> messages.render(input), RenderMessagePayload::new);
  }

  @Mutation
  @Needs(Scope.INTRODUCTIONS_SEND)
  @Description("Has the mails of a message that failed tried again.")
  public @NonNull RetryMessagePayload retryMessage(@NonNull RetryMessage input) {
    return Payloads.of(() -> messages.retry(input), RetryMessagePayload::new);
  }

  /** The message with its mails, or why not. */
  public record RetryMessagePayload(
      @Nullable MessageView message, @NonNull List<@NonNull UserError> userErrors) {}

  /**
   * A page of a timeline.
   *
   * @param nextCursor goes into {@code after}; null on the last page
   */
  public record IntroductionTimeline(
      @NonNull List<@NonNull JournalEntryView> entries, @Nullable String nextCursor) {}

  /** The introduction, or why not. */
  public record RequestIntroductionPayload(
      @Nullable IntroductionView introduction, @NonNull List<@NonNull UserError> userErrors) {}

  /** The introduction, or why not. */
  public record TransitionIntroductionPayload(
      @Nullable IntroductionView introduction, @NonNull List<@NonNull UserError> userErrors) {}

  /** The message with its link, or why not. */
  public record RenderMessagePayload(
      @Nullable RenderedMessageView message, @NonNull List<@NonNull UserError> userErrors) {}
}
