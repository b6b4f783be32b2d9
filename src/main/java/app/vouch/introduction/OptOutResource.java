package app.vouch.introduction;

import app.vouch.platform.access.ForAnyone;
import app.vouch.platform.page.PublicPages;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The page that ends all messages. GET and HEAD change nothing; a POST does it at once and reads no
 * body, so that mail programs can send theirs (RFC 8058).
 */
@Path("/u/{token}")
@Produces(MediaType.TEXT_HTML)
public class OptOutResource {
  private final OptOutService optOuts;
  private final PublicPages pages;

  OptOutResource(OptOutService optOuts, PublicPages pages) {
    this.optOuts = optOuts;
    this.pages = pages;
  }

  @GET
  @ForAnyone
  @Operation(hidden = true)
  public Response show(@PathParam("token") String token, @Context RoutingContext http) {
    return pages.answer(http, visitor -> optOuts.show(token, visitor));
  }

  @POST
  @ForAnyone
  @Operation(hidden = true)
  public Response optOut(@PathParam("token") String token, @Context RoutingContext http) {
    return pages.answerFromAnywhere(http, visitor -> optOuts.optOut(token, visitor));
  }

  @POST
  @Path("/undo")
  @ForAnyone
  @Operation(hidden = true)
  public Response undo(@PathParam("token") String token, @Context RoutingContext http) {
    return pages.answer(http, visitor -> optOuts.undo(token, visitor));
  }
}
