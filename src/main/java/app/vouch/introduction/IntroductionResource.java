package app.vouch.introduction;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import app.vouch.platform.journal.JournalEntryView;
import app.vouch.platform.page.PageAnswer;
import app.vouch.platform.page.PublicPages;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Introductions over REST. */
@Path("/v1/introductions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Introductions")
public class IntroductionResource {
  private final IntroductionService introductions;
  private final IntroductionReadService reads;
  private final MessageService messages;

  IntroductionResource(
      IntroductionService introductions, IntroductionReadService reads, MessageService messages) {
    this.introductions = introductions;
    this.reads = reads;
    this.messages = messages;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.INTRODUCTIONS_WRITE)
  @Operation(
      operationId = "requestIntroduction",
      summary =
          "Ask a referral's referrer, or a connector who has not referred the prospect yet, to introduce them")
  @APIResponseSchema(value = IntroductionView.class, responseCode = "201")
  public Response request(@NotNull RequestIntroduction command) {
    return Responses.of(introductions.request(command));
  }

  @POST
  @Path("/{id}/transitions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.INTRODUCTIONS_WRITE)
  @Operation(
      operationId = "transitionIntroduction",
      summary = "Move an introduction on",
      description =
          "CONNECTOR_ACCEPT and PROSPECT_ACCEPT record what a party said elsewhere: they need the"
              + " scope consents:record, a named actor, channel and evidence. DEFER takes until,"
              + " CLOSE takes outcome, WITHDRAW takes party.")
  @APIResponseSchema(IntroductionView.class)
  public Response transition(@PathParam("id") String id, @NotNull TransitionIntroduction command) {
    return Responses.of(introductions.transition(command.on(id)));
  }

  @GET
  @Needs(Scope.INTRODUCTIONS_READ)
  @Operation(operationId = "introductions", summary = "List introductions, the newest first")
  public Page<IntroductionView> list(
      @Schema(implementation = IntroductionState.class) @QueryParam("state") @Nullable String state,
      @QueryParam("referralId") @Nullable String referralId,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return reads.list(
        PageRequest.parse(limit, cursor), IntroductionFilter.parse(state, referralId));
  }

  @GET
  @Path("/{id}")
  @Needs(Scope.INTRODUCTIONS_READ)
  @Operation(operationId = "introduction", summary = "Read an introduction")
  @APIResponseSchema(IntroductionView.class)
  public Response get(
      @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Responses.of(reads.get(id), ifNoneMatch);
  }

  @GET
  @Path("/{id}/consents")
  @Needs(Scope.CONSENTS_READ)
  @Operation(
      operationId = "introductionConsents",
      summary = "Read both parties' answers, as evidence; the oldest first",
      description =
          "Each has the text that the party read (wording); the SHA-256 of its bytes in UTF-8 is"
              + " wordingHash. The same to read and print is under consents/evidence.")
  public ConsentList consents(@PathParam("id") String id) {
    return new ConsentList(reads.consents(id));
  }

  @GET
  @Path("/{id}/consents/evidence")
  @Produces(MediaType.TEXT_HTML)
  @Needs(Scope.CONSENTS_READ)
  @Operation(
      operationId = "introductionEvidence",
      summary = "Read both parties' answers as a page to print")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content =
          @Content(
              mediaType = MediaType.TEXT_HTML,
              schema = @Schema(implementation = String.class)))
  public Response evidence(@PathParam("id") String id) {
    PageAnswer.Page page = reads.evidence(id);
    return PublicPages.answer(page.frame(), page.content());
  }

  @GET
  @Path("/{id}/messages")
  @Needs(Scope.INTRODUCTIONS_READ)
  @Operation(
      operationId = "introductionMessages",
      summary = "List the messages that somebody should send or Vouch mails; the oldest first")
  public MessageList messages(@PathParam("id") String id) {
    return new MessageList(messages.of(id));
  }

  /** An introduction's messages. */
  public record MessageList(List<MessageView> data) {}

  /** Both parties' answers. */
  public record ConsentList(List<ConsentView> data) {}

  @GET
  @Path("/{id}/timeline")
  @Needs(Scope.INTRODUCTIONS_READ)
  @Operation(
      operationId = "introductionTimeline",
      summary = "Read an introduction's steps, the newest first")
  public Page<JournalEntryView> timeline(
      @PathParam("id") String id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return reads.timeline(id, PageRequest.parse(limit, cursor));
  }
}
