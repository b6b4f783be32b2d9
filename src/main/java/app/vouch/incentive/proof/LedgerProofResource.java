package app.vouch.incentive.proof;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The proof of the books over REST. */
@Path("/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
public class LedgerProofResource {
  private final LedgerVerificationService verifications;
  private final LedgerHeadService heads;

  LedgerProofResource(LedgerVerificationService verifications, LedgerHeadService heads) {
    this.verifications = verifications;
    this.heads = heads;
  }

  @POST
  @Path("/verifications")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.LEDGER_READ)
  @Operation(
      operationId = "verifyLedger",
      summary = "Recompute the chain, every sum and every balance, as a job")
  @APIResponseSchema(value = LedgerVerificationView.class, responseCode = "201")
  public Response verify(@Nullable VerifyLedger command) {
    return Responses.of(verifications.begin(command == null ? VerifyLedger.PLAIN : command));
  }

  @GET
  @Path("/verifications")
  @Needs(Scope.LEDGER_READ)
  @Operation(operationId = "ledgerVerifications", summary = "List verifications, the newest first")
  public Page<LedgerVerificationView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    return verifications.list(PageRequest.parse(limit, cursor));
  }

  @GET
  @Path("/verifications/{id}")
  @Needs(Scope.LEDGER_READ)
  @Operation(operationId = "ledgerVerification", summary = "Read what a verification found")
  @APIResponseSchema(LedgerVerificationView.class)
  public Response get(
      @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Responses.of(verifications.get(id), ifNoneMatch);
  }

  @GET
  @Path("/heads")
  @Needs(Scope.LEDGER_READ)
  @Operation(
      operationId = "ledgerHeads",
      summary = "List the signed heads of the ledger's chain, the newest first")
  public Page<LedgerHeadView> heads(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    return heads.list(PageRequest.parse(limit, cursor));
  }

  @GET
  @Path("/heads/{id}")
  @Needs(Scope.LEDGER_READ)
  @Operation(operationId = "ledgerHead", summary = "Read a signed head")
  public LedgerHeadView head(@PathParam("id") String id) {
    return heads.get(id);
  }
}
