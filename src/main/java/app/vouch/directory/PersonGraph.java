package app.vouch.directory;

import app.vouch.directory.PersonConnection.PersonEdge;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.platform.job.JobView;
import app.vouch.shared.IdType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** People over GraphQL. */
@GraphQLApi
public class PersonGraph {
  private final PersonService people;
  private final PersonErasureService erasures;
  private final OrganizationService organizations;

  PersonGraph(
      PersonService people, PersonErasureService erasures, OrganizationService organizations) {
    this.people = people;
    this.erasures = erasures;
    this.organizations = organizations;
  }

  @Query
  @Needs(Scope.PEOPLE_READ)
  @Description("A person, by their id or ext:system:instance:object:id.")
  public PersonView person(@Id @NonNull String id) {
    return people.get(id);
  }

  @Query
  @Needs(Scope.PEOPLE_READ)
  @Description("People, the newest first.")
  public @NonNull PersonConnection people(
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after,
      @Nullable PersonFilter filter) {
    return Connections.of(
        IdType.PERSON,
        people.list(Connections.page(first, after), filter == null ? PersonFilter.ALL : filter),
        after != null,
        PersonEdge::new,
        PersonConnection::new);
  }

  @Mutation
  @Needs(Scope.PEOPLE_WRITE)
  @Description("Makes a person, or updates the one with that reference or e-mail address.")
  public @NonNull UpsertPersonPayload upsertPerson(@NonNull UpsertPerson input) {
    return Payloads.of(() -> people.upsert(input), UpsertPersonPayload::new);
  }

  @Mutation
  @Needs(Scope.PEOPLE_WRITE)
  @Description("Changes a person that the caller has read.")
  public @NonNull UpdatePersonPayload updatePerson(@NonNull UpdatePerson input) {
    return Payloads.of(() -> people.update(input), UpdatePersonPayload::new);
  }

  @Mutation
  @Needs(Scope.PEOPLE_ERASE)
  @Description("Removes what is kept of a person, as a job. It cannot be undone.")
  public @NonNull ErasePersonPayload erasePerson(@NonNull ErasePerson input) {
    return Payloads.of(() -> erasures.begin(input), ErasePersonPayload::new);
  }

  @Needs(Scope.ORGANIZATIONS_READ)
  @Description("Where the person works.")
  public List<OrganizationView> organization(@Source List<PersonView> persons) {
    List<@Nullable UUID> ids =
        persons.stream()
            .map(PersonView::organization)
            .map(home -> home == null ? null : IdType.ORGANIZATION.inPath(home.id()))
            .toList();
    Map<UUID, OrganizationView> homes =
        organizations.byIds(ids.stream().filter(Objects::nonNull).distinct().toList());
    return ids.stream().map(id -> id == null ? null : homes.get(id)).toList();
  }

  @Needs(Scope.PEOPLE_READ)
  @Description("The people of the organization, the oldest first, at most 50.")
  public List<List<PersonView>> people(@Source List<OrganizationView> homes) {
    List<UUID> ids = homes.stream().map(o -> IdType.ORGANIZATION.inPath(o.id())).toList();
    Map<UUID, List<PersonView>> found = people.ofOrganizations(ids);
    return ids.stream().map(id -> found.getOrDefault(id, List.of())).toList();
  }

  /** The person, or why not. */
  public record UpsertPersonPayload(
      @Nullable PersonView person, @NonNull List<@NonNull UserError> userErrors) {}

  /** The job, or why not. */
  public record ErasePersonPayload(
      @Nullable JobView job, @NonNull List<@NonNull UserError> userErrors) {}

  /** The person, or why not. */
  public record UpdatePersonPayload(
      @Nullable PersonView person, @NonNull List<@NonNull UserError> userErrors) {}
}
