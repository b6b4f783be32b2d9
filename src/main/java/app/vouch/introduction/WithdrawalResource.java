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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page that takes a yes back. GET and HEAD change nothing. */
@Path("/w/{token}")
@Produces(MediaType.TEXT_HTML)
public class WithdrawalResource {
  private final WithdrawalService withdrawals;
  private final PublicPages pages;

  WithdrawalResource(WithdrawalService withdrawals, PublicPages pages) {
    this.withdrawals = withdrawals;
    this.pages = pages;
  }

  @GET
  @ForAnyone
  @Operation(hidden = true)
  public Response show(@PathParam("token") String token, @Context RoutingContext http) {
    return pages.answer(http, visitor -> withdrawals.show(token, visitor));
  }

  @POST
  @ForAnyone
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response withdraw(
      @PathParam("token") String token,
      @FormParam("nonce") @Nullable String nonce,
      @Context RoutingContext http) {
    return pages.answer(http, visitor -> withdrawals.withdraw(token, nonce, visitor));
  }
}
