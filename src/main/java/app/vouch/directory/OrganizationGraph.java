package app.vouch.directory;

import app.vouch.directory.OrganizationConnection.OrganizationEdge;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.NodeResolver;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.shared.IdType;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Organizations over GraphQL. */
@GraphQLApi
public class OrganizationGraph {
  private final OrganizationService organizations;

  OrganizationGraph(OrganizationService organizations) {
    this.organizations = organizations;
  }

  @Query
  @Needs(Scope.ORGANIZATIONS_READ)
  @Description("An organization, by its id or ext:system:instance:object:id.")
  public OrganizationView organization(@Id @NonNull String id) {
    return organizations.get(id);
  }

  @Query
  @Needs(Scope.ORGANIZATIONS_READ)
  @Description("Organizations, the newest first.")
  public @NonNull OrganizationConnection organizations(
      @DefaultValue("50") @Nullable Integer first, @Nullable String after) {
    return Connections.of(
        IdType.ORGANIZATION,
        organizations.list(Connections.page(first, after)),
        after != null,
        OrganizationEdge::new,
        OrganizationConnection::new);
  }

  @Mutation
  @Needs(Scope.ORGANIZATIONS_WRITE)
  @Description("Makes an organization, or updates the one with that reference or domain.")
  public @NonNull UpsertOrganizationPayload upsertOrganization(@NonNull UpsertOrganization input) {
    return Payloads.of(() -> organizations.upsert(input), UpsertOrganizationPayload::new);
  }

  @Produces
  NodeResolver node() {
    return new NodeResolver(IdType.ORGANIZATION, Scope.ORGANIZATIONS_READ, this.organizations::get);
  }

  /** The organization, or why not. */
  public record UpsertOrganizationPayload(
      @Nullable OrganizationView organization, @NonNull List<@NonNull UserError> userErrors) {}
}
