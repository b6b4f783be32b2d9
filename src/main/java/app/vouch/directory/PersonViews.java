package app.vouch.directory;

import app.vouch.platform.reference.ExternalRefs;
import app.vouch.shared.ExternalRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People as callers see them; two queries, however many they are. */
@ApplicationScoped
class PersonViews {
  private final OrganizationService organizations;
  private final ExternalRefs refs;

  PersonViews(OrganizationService organizations, ExternalRefs refs) {
    this.organizations = organizations;
    this.refs = refs;
  }

  PersonView of(Person person) {
    return of(List.of(person)).getFirst();
  }

  List<PersonView> of(List<Person> rows) {
    Map<UUID, List<ExternalRef>> names = refs.of(rows.stream().map(Person::id).toList());
    Map<UUID, OrganizationView> homes =
        organizations.byIds(
            rows.stream().map(Person::organizationId).filter(Objects::nonNull).distinct().toList());
    return rows.stream()
        .map(p -> p.view(link(p, homes), names.getOrDefault(p.id(), List.of())))
        .toList();
  }

  private static @Nullable OrganizationLink link(Person p, Map<UUID, OrganizationView> homes) {
    OrganizationView home = p.organizationId() == null ? null : homes.get(p.organizationId());
    return home == null ? null : new OrganizationLink(home.id(), home.name());
  }
}
