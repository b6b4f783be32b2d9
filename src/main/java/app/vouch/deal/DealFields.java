package app.vouch.deal;

import app.vouch.directory.OrganizationLink;
import app.vouch.directory.OrganizationService;
import app.vouch.directory.OrganizationView;
import app.vouch.directory.PersonService;
import app.vouch.directory.PersonView;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.shared.IdType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What hangs on a deal in GraphQL; each field takes a fixed number of queries for a list. */
@GraphQLApi
public class DealFields {
  private final OrganizationService organizations;
  private final PersonService people;

  DealFields(OrganizationService organizations, PersonService people) {
    this.organizations = organizations;
    this.people = people;
  }

  @Needs(Scope.ORGANIZATIONS_READ)
  @Description("Whose deal it is.")
  public List<@Nullable OrganizationView> organization(@Source List<DealView> parents) {
    Map<UUID, OrganizationView> found =
        organizations.byIds(
            parents.stream()
                .map(DealFields::organizationId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    return parents.stream()
        .<@Nullable OrganizationView>map(d -> found.get(organizationId(d)))
        .toList();
  }

  private static @Nullable UUID organizationId(DealView deal) {
    OrganizationLink link = deal.organization();
    return link == null ? null : IdType.ORGANIZATION.inPath(link.id());
  }

  @Needs(Scope.PEOPLE_READ)
  @Description("The people of the deal.")
  public List<@NonNull List<@NonNull PersonView>> people(@Source List<DealView> parents) {
    Map<UUID, PersonView> found =
        people.byIds(
            parents.stream()
                .flatMap(d -> d.personIds().stream())
                .distinct()
                .map(IdType.PERSON::inPath)
                .toList());
    return parents.stream()
        .map(
            d ->
                d.personIds().stream()
                    .map(id -> found.get(IdType.PERSON.inPath(id)))
                    .filter(Objects::nonNull)
                    .toList())
        .toList();
  }
}
