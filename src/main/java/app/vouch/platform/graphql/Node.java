package app.vouch.platform.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Interface;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * Relay's Node: a view that the query {@code node(id)} can read again. Its context contributes a
 * {@link NodeResolver}.
 */
@Interface("Node")
@Description("What can be read again by its id alone.")
public interface Node {
  /** TypeID. */
  @Id
  @NonNull
  @Name("id")
  String id();
}
