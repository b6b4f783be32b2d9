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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A referrer's status page, and whom to think of. */
@Path("/s/{token}")
@Produces(MediaType.TEXT_HTML)
public class StatusResource {
  private final StatusService statuses;
  private final BriefService briefs;
  private final PublicPages pages;

  StatusResource(StatusService statuses, BriefService briefs, PublicPages pages) {
    this.statuses = statuses;
    this.briefs = briefs;
    this.pages = pages;
  }

  @GET
  @ForAnyone
  @Operation(hidden = true)
  public Response show(
      @PathParam("token") String token,
      @QueryParam("cursor") @Nullable String cursor,
      @Context RoutingContext http) {
    return pages.answer(http, visitor -> statuses.show(token, cursor, visitor));
  }

  @POST
  @ForAnyone
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response accept(
      @PathParam("token") String token,
      @FormParam("terms") @Nullable String terms,
      @FormParam("nonce") @Nullable String nonce,
      @Context RoutingContext http) {
    return pages.answer(http, visitor -> statuses.accept(token, terms, nonce, visitor));
  }

  @GET
  @Path("/brief")
  @ForAnyone
  @Operation(hidden = true)
  public Response brief(@PathParam("token") String token, @Context RoutingContext http) {
    return pages.answer(http, visitor -> briefs.show(token, PageLinkKind.STATUS, visitor));
  }
}
