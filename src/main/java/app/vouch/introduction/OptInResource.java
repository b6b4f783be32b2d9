package app.vouch.introduction;

import app.vouch.platform.access.ForAnyone;
import app.vouch.platform.page.PublicPages;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The opt-in page. GET and HEAD change nothing: mail scanners follow links. */
@Path("/i/{token}")
@Produces(MediaType.TEXT_HTML)
public class OptInResource {
  private final OptInService optIns;
  private final PublicPages pages;

  OptInResource(OptInService optIns, PublicPages pages) {
    this.optIns = optIns;
    this.pages = pages;
  }

  @GET
  @ForAnyone
  @Operation(hidden = true)
  public Response show(@PathParam("token") String token, @Context RoutingContext http) {
    return pages.answer(http, visitor -> optIns.show(token, visitor));
  }

  @POST
  @ForAnyone
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response answer(
      @PathParam("token") String token,
      @FormParam("choice") List<String> choices,
      @FormParam("weeks") @Nullable String weeks,
      @FormParam("email") @Nullable String email,
      @FormParam("reason") @Nullable String reason,
      @FormParam("note") @Nullable String note,
      @FormParam("nonce") @Nullable String nonce,
      @Context RoutingContext http) {
    OptInForm form = new OptInForm(only(choices), weeks, email, reason, note, nonce);
    return pages.answer(http, visitor -> optIns.answer(token, form, visitor));
  }

  /** Two answers are none. */
  private static @Nullable String only(List<String> choices) {
    return choices.size() == 1 ? choices.getFirst() : null;
  }
}
