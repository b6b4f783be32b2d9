package app.vouch.platform.key;

import app.vouch.platform.access.ForAnyKey;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller's key is good for, over REST. */
@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class MeResource {
  private final Me me;

  MeResource(Me me) {
    this.me = me;
  }

  @GET
  @ForAnyKey
  @Operation(operationId = "me", summary = "The caller's realm, scopes and limits")
  public MeView get() {
    return me.view();
  }
}
