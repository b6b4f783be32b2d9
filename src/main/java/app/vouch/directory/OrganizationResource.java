package app.vouch.directory;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Organizations over REST. */
@Path("/v1/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
public class OrganizationResource {
  private final OrganizationService organizations;

  OrganizationResource(OrganizationService organizations) {
    this.organizations = organizations;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.ORGANIZATIONS_WRITE)
  @Operation(operationId = "upsertOrganization", summary = "Make or update an organization")
  @APIResponseSchema(value = OrganizationView.class, responseCode = "201")
  public Response upsert(@NotNull UpsertOrganization command) {
    return Responses.of(organizations.upsert(command));
  }

  @GET
  @Needs(Scope.ORGANIZATIONS_READ)
  @Operation(operationId = "organizations", summary = "List organizations, the newest first")
  public Page<OrganizationView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    return organizations.list(PageRequest.parse(limit, cursor));
  }

  @GET
  @Path("/{id}")
  @Needs(Scope.ORGANIZATIONS_READ)
  @Operation(operationId = "organization", summary = "Read an organization")
  @APIResponseSchema(OrganizationView.class)
  public Response get(
      @Encoded @PathParam("id") String id,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return Responses.of(organizations.get(id), ifNoneMatch);
  }
}
