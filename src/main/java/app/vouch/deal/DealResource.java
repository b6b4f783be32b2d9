package app.vouch.deal;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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

/** Deals over REST. */
@Path("/v1/deals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deals")
public class DealResource {
  private final DealService deals;

  DealResource(DealService deals) {
    this.deals = deals;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.DEALS_WRITE)
  @Operation(operationId = "upsertDeal", summary = "Mirror a deal: make or update it")
  @APIResponseSchema(value = DealView.class, responseCode = "201")
  public Response upsert(@NotNull UpsertDeal command) {
    return Responses.of(deals.upsert(command));
  }

  @GET
  @Needs(Scope.DEALS_READ)
  @Operation(operationId = "deals", summary = "List deals, the newest first")
  public Page<DealView> list(
      @Schema(implementation = DealStatus.class) @QueryParam("status") @Nullable String status,
      @QueryParam("organizationId") @Nullable String organizationId,
      @QueryParam("externalRef") @Nullable String externalRef,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return deals.list(
        PageRequest.parse(limit, cursor), DealFilter.of(status, organizationId, externalRef));
  }

  @GET
  @Path("/{id}")
  @Needs(Scope.DEALS_READ)
  @Operation(operationId = "deal", summary = "Read a deal")
  @APIResponseSchema(DealView.class)
  public Response get(
      @Encoded @PathParam("id") String id,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Responses.of(deals.get(id), ifNoneMatch);
  }

  @GET
  @Path("/{id}/changes")
  @Needs(Scope.DEALS_READ)
  @Operation(
      operationId = "dealChanges",
      summary = "List the changes that were reported of a deal, the newest first")
  public Page<DealChangeView> changes(
      @Encoded @PathParam("id") String id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return deals.changes(id, PageRequest.parse(limit, cursor));
  }
}
