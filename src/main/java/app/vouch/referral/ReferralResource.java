package app.vouch.referral;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import app.vouch.platform.journal.JournalEntryView;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Referrals over REST. */
@Path("/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Referrals")
public class ReferralResource {
  private final ReferralService referrals;

  ReferralResource(ReferralService referrals) {
    this.referrals = referrals;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.REFERRALS_WRITE)
  @Operation(
      operationId = "captureReferral",
      summary = "Capture a referral; the answer carries the decision")
  @APIResponseSchema(value = ReferralView.class, responseCode = "201")
  public Response capture(@NotNull CaptureReferral command) {
    return Responses.of(referrals.capture(command));
  }

  @POST
  @Path("/{id}/transitions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.REFERRALS_WRITE)
  @Operation(operationId = "transitionReferral", summary = "Move a referral on")
  @APIResponseSchema(ReferralView.class)
  public Response transition(
      @Encoded @PathParam("id") String id, @NotNull TransitionReferral command) {
    return Responses.of(referrals.transition(command.on(id)));
  }

  @POST
  @Path("/{id}/thanks")
  @Needs(Scope.REFERRALS_WRITE)
  @Operation(
      operationId = "recordThanks",
      summary =
          "Record that the referrer was thanked, by the message thankYouMessageId or otherwise")
  @APIResponseSchema(ReferralView.class)
  public Response thanks(@Encoded @PathParam("id") String id) {
    return Responses.of(referrals.recordThanks(new RecordThanks(id, null)));
  }

  @POST
  @Path("/{id}/privacy-notice")
  @Needs(Scope.REFERRALS_WRITE)
  @Operation(
      operationId = "recordPrivacyNotice",
      summary = "Record that the prospect was told whose data are kept, and from whom they came")
  @APIResponseSchema(ReferralView.class)
  public Response privacyNotice(@Encoded @PathParam("id") String id) {
    return Responses.of(referrals.recordPrivacyNotice(new RecordPrivacyNotice(id, null)));
  }

  @POST
  @Path("/{id}/deals/{dealId}")
  @Needs(Scope.REFERRALS_DECIDE)
  @Operation(operationId = "linkReferralToDeal", summary = "Say that a deal came of a referral")
  @APIResponseSchema(ReferralView.class)
  public Response link(
      @Encoded @PathParam("id") String id, @Encoded @PathParam("dealId") String dealId) {
    return Responses.of(referrals.linkToDeal(new LinkReferralToDeal(id, dealId, null)));
  }

  @DELETE
  @Path("/{id}/deals/{dealId}")
  @Needs(Scope.REFERRALS_DECIDE)
  @Operation(
      operationId = "unlinkReferralFromDeal",
      summary = "Say that a deal did not come of a referral")
  @APIResponseSchema(ReferralView.class)
  public Response unlink(
      @Encoded @PathParam("id") String id, @Encoded @PathParam("dealId") String dealId) {
    return Responses.of(referrals.unlinkFromDeal(new LinkReferralToDeal(id, dealId, null)));
  }

  @GET
  @Needs(Scope.REFERRALS_READ)
  @Operation(operationId = "referrals", summary = "List referrals, the newest first")
  public Page<ReferralView> list(
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Schema(implementation = ReferralState.class) @QueryParam("state") @Nullable String state,
      @QueryParam("programId") @Nullable String programId,
      @QueryParam("referrerId") @Nullable String referrerId,
      @QueryParam("prospectEmail") @Nullable String prospectEmail,
      @QueryParam("externalRef") @Nullable String externalRef,
      @QueryParam("updatedSince") @Nullable String updatedSince) {
    return referrals.list(
        PageRequest.parse(limit, cursor),
        ReferralFilter.parse(
            state, programId, referrerId, prospectEmail, externalRef, updatedSince));
  }

  @GET
  @Path("/{id}")
  @Needs(Scope.REFERRALS_READ)
  @Operation(operationId = "referral", summary = "Read a referral")
  @APIResponseSchema(ReferralView.class)
  public Response get(
      @Encoded @PathParam("id") String id,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Responses.of(referrals.get(id), ifNoneMatch);
  }

  @GET
  @Path("/{id}/timeline")
  @Needs(Scope.REFERRALS_READ)
  @Operation(
      operationId = "referralTimeline",
      summary = "Read what happened to a referral, the newest first")
  public Page<JournalEntryView> timeline(
      @Encoded @PathParam("id") String id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return referrals.timeline(id, PageRequest.parse(limit, cursor));
  }
}
