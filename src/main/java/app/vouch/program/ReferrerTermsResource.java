package app.vouch.program;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What referrers agree to, over REST. */
@Path("/v1/referrers/{id}/terms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
public class ReferrerTermsResource {
  private final ReferrerTermsService terms;

  ReferrerTermsResource(ReferrerTermsService terms) {
    this.terms = terms;
  }

  @GET
  @Needs(Scope.CONSENTS_READ)
  @Operation(
      operationId = "referrerTerms",
      summary = "Read the program's terms, and whether the referrer has accepted them")
  public ReferrerTermsView get(@Encoded @PathParam("id") String id) {
    return terms.get(id);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.CONSENTS_RECORD)
  @Operation(
      operationId = "acceptReferrerTerms",
      summary = "Attest that the referrer has accepted the program's terms")
  @APIResponseSchema(ReferrerTermsView.class)
  public Response accept(
      @Encoded @PathParam("id") String id, @NotNull AcceptReferrerTerms command) {
    return Responses.of(terms.accept(command.by(id)));
  }
}
