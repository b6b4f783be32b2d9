package app.vouch.portal;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The form to refer somebody, and whom to think of. GET and HEAD change nothing. */
@Path("/f/{token}")
@Produces(MediaType.TEXT_HTML)
public class FormResource {
  private final FormService forms;
  private final BriefService briefs;
  private final PublicPages pages;

  FormResource(FormService forms, BriefService briefs, PublicPages pages) {
    this.forms = forms;
    this.briefs = briefs;
    this.pages = pages;
  }

  @GET
  @ForAnyone
  @Operation(hidden = true)
  public Response show(@PathParam("token") String token, @Context RoutingContext http) {
    return pages.answer(http, visitor -> forms.show(token, visitor));
  }

  @GET
  @Path("/brief")
  @ForAnyone
  @Operation(hidden = true)
  public Response brief(@PathParam("token") String token, @Context RoutingContext http) {
    return pages.answer(http, visitor -> briefs.show(token, PageLinkKind.FORM, visitor));
  }

  @POST
  @ForAnyone
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response send(
      @PathParam("token") String token,
      @FormParam("name") @Nullable String name,
      @FormParam("email") @Nullable String email,
      @FormParam("organization") @Nullable String organization,
      @FormParam("reason") @Nullable String reason,
      @FormParam("terms") @Nullable String terms,
      @FormParam("nonce") @Nullable String nonce,
      @Context RoutingContext http) {
    ReferralForm form = ReferralForm.of(name, email, organization, reason, terms, nonce);
    return pages.answer(http, visitor -> forms.send(token, form, visitor));
  }
}
