package app.vouch.portal;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Referrers' links over REST. */
@Path("/v1/referrers/{id}/page-links")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
public class PageLinkResource {
  private final PageLinkService links;

  PageLinkResource(PageLinkService links) {
    this.links = links;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.REFERRERS_WRITE)
  @Operation(
      operationId = "createPageLink",
      summary =
          "Make a referrer's link to their form or status page; the earlier one stops working")
  @APIResponseSchema(value = PageLinkView.class, responseCode = "201")
  public Response create(@PathParam("id") String id, @NotNull CreatePageLink command) {
    return Responses.of(links.create(command.of(id)));
  }
}
