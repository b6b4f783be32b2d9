package app.vouch.platform.key;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.platform.key.ApiKeyConnection.ApiKeyEdge;
import app.vouch.shared.IdType;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** API keys over GraphQL. */
@GraphQLApi
public class ApiKeyGraph {
  private final ApiKeyService keys;

  ApiKeyGraph(ApiKeyService keys) {
    this.keys = keys;
  }

  @Query
  @Needs(Scope.KEYS_READ)
  @Description("An API key; never its secret.")
  public ApiKeyView apiKey(@Id @NonNull String id) {
    return keys.get(id);
  }

  @Query
  @Needs(Scope.KEYS_READ)
  @Description("API keys, the newest first.")
  public @NonNull ApiKeyConnection apiKeys(
      @DefaultValue("50") @Nullable Integer first, @Nullable String after) {
    return Connections.of(
        IdType.API_KEY,
        keys.list(Connections.page(first, after)),
        after != null,
        ApiKeyEdge::new,
        ApiKeyConnection::new);
  }

  @Mutation
  @Needs(Scope.KEYS_MANAGE)
  @Description("Makes an API key; the answer shows it once.")
  public @NonNull CreateApiKeyPayload createApiKey(@NonNull CreateApiKey input) {
    return Payloads.of(() -> keys.create(input), CreateApiKeyPayload::new);
  }

  @Mutation
  @Needs(Scope.KEYS_MANAGE)
  @Description("Revokes or rotates an API key.")
  public @NonNull TransitionApiKeyPayload transitionApiKey(@NonNull TransitionApiKey input) {
    return Payloads.of(() -> keys.transition(input), TransitionApiKeyPayload::new);
  }

  /** The key with its secret, or why not. */
  public record CreateApiKeyPayload(
      @Nullable ApiKeyView apiKey, @NonNull List<@NonNull UserError> userErrors) {}

  /** The key, or why not. */
  public record TransitionApiKeyPayload(
      @Nullable ApiKeyView apiKey, @NonNull List<@NonNull UserError> userErrors) {}
}
