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

/** API keys over REST. */
@Path("/v1/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class ApiKeyResource {
  private final ApiKeyService keys;

  ApiKeyResource(ApiKeyService keys) {
    this.keys = keys;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.KEYS_MANAGE)
  @Operation(operationId = "createApiKey", summary = "Make an API key; the answer shows it once")
  @APIResponseSchema(value = ApiKeyView.class, responseCode = "201")
  public Response create(@NotNull CreateApiKey command) {
    return Responses.of(keys.create(command));
  }

  @POST
  @Path("/{id}/transitions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.KEYS_MANAGE)
  @Operation(
      operationId = "transitionApiKey",
      summary = "Revoke an API key, or rotate it: the answer is a new key")
  @APIResponseSchema(value = ApiKeyView.class, responseCode = "201")
  public Response transition(@PathParam("id") String id, @NotNull TransitionApiKey command) {
    return Responses.of(keys.transition(command.on(id)));
  }

  @GET
  @Needs(Scope.KEYS_READ)
  @Operation(operationId = "apiKeys", summary = "List API keys, the newest first")
  public Page<ApiKeyView> list(
      @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
    return keys.list(PageRequest.parse(limit, cursor));
  }

  @GET
  @Path("/{id}")
  @Needs(Scope.KEYS_READ)
  @Operation(operationId = "apiKey", summary = "Read an API key")
  public ApiKeyView get(@PathParam("id") String id) {
    return keys.get(id);
  }
}
