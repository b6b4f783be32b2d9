package app.vouch.incentive;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Payees' documents over REST. */
@Path("/v1/payee-documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incentive")
public class PayeeDocumentResource {
  private final PayeeDocumentService documents;

  PayeeDocumentResource(PayeeDocumentService documents) {
    this.documents = documents;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.REWARDS_WRITE)
  @Operation(
      operationId = "recordPayeeDocument",
      summary = "Say that a payee has handed in or declared something",
      description = "Rewards that wait for it go on by themselves.")
  @APIResponseSchema(value = PayeeDocumentView.class, responseCode = "201")
  public Response record(@NotNull RecordPayeeDocument command) {
    return Responses.of(documents.record(command));
  }

  @POST
  @Path("/{id}/revoke")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.REWARDS_WRITE)
  @Operation(operationId = "revokePayeeDocument", summary = "Let a payee's document count no more")
  @APIResponseSchema(PayeeDocumentView.class)
  public Response revoke(@PathParam("id") String id, @NotNull RevokePayeeDocument command) {
    return Responses.of(documents.revoke(command.on(id)));
  }

  @GET
  @Needs(Scope.REWARDS_READ)
  @Operation(operationId = "payeeDocuments", summary = "List payees' documents, the newest first")
  public Page<PayeeDocumentView> list(
      @QueryParam("payeeId") @Nullable String payeeId,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return documents.list(PageRequest.parse(limit, cursor), new PayeeDocumentFilter(payeeId, kind));
  }

  @GET
  @Path("/{id}")
  @Needs(Scope.REWARDS_READ)
  @Operation(operationId = "payeeDocument", summary = "Read a payee's document")
  @APIResponseSchema(PayeeDocumentView.class)
  public Response get(
      @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Responses.of(documents.get(id), ifNoneMatch);
  }
}
