package app.vouch.platform.graphql;

import app.vouch.platform.access.ForAnyKey;
import app.vouch.platform.access.RequestContext;
import app.vouch.shared.IdType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Texts;
import io.quarkus.arc.All;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Relay's way to read anything by its id. */
@GraphQLApi
public class NodeGraph {
  private final Map<IdType, NodeResolver> resolvers;
  private final RequestContext request;

  NodeGraph(@All List<NodeResolver> resolvers, RequestContext request) {
    this.resolvers =
        resolvers.stream().collect(Collectors.toMap(NodeResolver::type, Function.identity()));
    this.request = request;
  }

  /**
   * @throws Refusal.Rule {@code missing-scope} as for the type's own query
   * @throws Refusal.NotFound when the id names nothing that can be read this way
   */
  @Query
  @ForAnyKey
  @Description("Anything by its id; needs the scope of what the id names.")
  public Node node(@Id @NonNull String id) {
    NodeResolver resolver = IdType.of(id).map(resolvers::get).orElse(null);
    if (resolver == null) {
      throw new Refusal.NotFound("Nothing that can be read by id is named " + Texts.excerpt(id));
    }
    request.requireScope(resolver.scope());
    return resolver.read().apply(id);
  }
}
