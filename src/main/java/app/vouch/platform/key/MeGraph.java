package app.vouch.platform.key;

import app.vouch.platform.access.ForAnyKey;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** What the caller's key is good for, over GraphQL. */
@GraphQLApi
public class MeGraph {
  private final Me me;

  MeGraph(Me me) {
    this.me = me;
  }

  @Query
  @ForAnyKey
  @Description("The caller's realm, scopes and limits.")
  public @NonNull MeView me() {
    return me.view();
  }
}
