package app.vouch.platform.key;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** Tenants over REST, for the operator's key only. */
@Path("/v1/tenants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operator")
public class TenantResource {
  private final TenantService tenants;

  TenantResource(TenantService tenants) {
    this.tenants = tenants;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.OPERATOR)
  @Operation(
      operationId = "createTenant",
      summary = "Make a tenant; the answer shows its first keys once")
  @APIResponseSchema(value = TenantView.class, responseCode = "201")
  public Response create(@NotNull CreateTenant command) {
    return Responses.of(tenants.create(command));
  }

  @GET
  @Needs(Scope.OPERATOR)
  @Operation(operationId = "tenants", summary = "List tenants, the newest first")
  public Page<TenantView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    return tenants.list(PageRequest.parse(limit, cursor));
  }

  @GET
  @Path("/{id}")
  @Needs(Scope.OPERATOR)
  @Operation(operationId = "tenant", summary = "Read a tenant")
  public TenantView get(@PathParam("id") String id) {
    return tenants.get(id);
  }
}
