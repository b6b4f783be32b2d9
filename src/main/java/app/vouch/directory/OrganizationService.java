package app.vouch.directory;

import app.vouch.platform.persistence.Reads;
import app.vouch.platform.reference.ExternalRefs;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.shared.Cursor;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Texts;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with organizations. */
@ApplicationScoped
public class OrganizationService {
  private final OrganizationRepository organizations;
  private final ExternalRefs refs;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;

  OrganizationService(
      OrganizationRepository organizations, ExternalRefs refs, Work work, Uuid7 ids, Clock clock) {
    this.organizations = organizations;
    this.refs = refs;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Makes an organization, or updates the one with that external reference or domain.
   *
   * @throws Refusal.Rule {@code external-ref-conflict} when the references name two organizations,
   *     {@code already-exists} when the domain is another organization's
   */
  public Answer<OrganizationView> upsert(UpsertOrganization command) {
    return work.write(
        "upsertOrganization", command, OrganizationView.class, () -> upsertNow(command));
  }

  private Answer<OrganizationView> upsertNow(UpsertOrganization command) {
    Optional<Organization> known = find(command.refs(), command.domainKey());
    Organization organization = known.orElseGet(() -> make(command.name(), command.domainKey()));
    organization.update(command.name(), command.domainKey(), clock.instant());
    organization.describe(command.sector(), command.country(), clock.instant());
    List<ExternalRef> present = refs.of(organization.id());
    boolean named = refs.attach(IdType.ORGANIZATION, organization.id(), command.refs(), present);
    if (named && known.isPresent()) {
      organization.touch(clock.instant());
    }
    organizations.flush();
    OrganizationView view = organization.view(refs.of(organization.id()));
    return known.isPresent() ? Answer.done(view) : Answer.created(view);
  }

  private Optional<Organization> find(List<ExternalRef> names, @Nullable String domain) {
    Optional<Organization> byRef =
        refs.find(IdType.ORGANIZATION, names).map(organizations::findById);
    Optional<Organization> byDomain =
        domain == null ? Optional.empty() : organizations.byDomain(domain);
    if (byRef.isPresent()
        && byDomain.isPresent()
        && !byRef.get().id().equals(byDomain.get().id())) {
      throw new Refusal.Rule(
          ProblemType.ALREADY_EXISTS,
          "the domain belongs to another organization; send another domain, or update that organization",
          Map.of(
              "ids",
              List.of(
                  IdType.ORGANIZATION.format(byRef.get().id()),
                  IdType.ORGANIZATION.format(byDomain.get().id()))));
    }
    return byRef.or(() -> byDomain);
  }

  /**
   * The organization with that domain, else with that name, else a new one. For other contexts'
   * writes, inside their transaction.
   */
  public OrganizationView resolve(String name, @Nullable String domain) {
    Optional<Organization> known =
        domain == null ? organizations.byName(Texts.nameKey(name)) : organizations.byDomain(domain);
    return known.orElseGet(() -> make(name, domain)).view(List.of());
  }

  private Organization make(String name, @Nullable String domain) {
    Organization made = new Organization(ids.next(), name, domain, clock.instant());
    organizations.persist(made);
    return made;
  }

  /**
   * @param reference TypeID or {@code ext:…}
   * @throws Refusal.NotFound when the tenant has no such organization
   */
  @Reads
  public OrganizationView get(String reference) {
    UUID id = refs.inPath(IdType.ORGANIZATION, reference);
    Organization found = organizations.findById(id);
    if (found == null) {
      throw new Refusal.NotFound(IdType.ORGANIZATION, reference);
    }
    return found.view(refs.of(id));
  }

  /** The newest first. */
  @Reads
  public Page<OrganizationView> list(PageRequest page) {
    return Page.of(organizations.page(page), page.limit(), o -> new Cursor(o.id()), this::views);
  }

  /** By id, in one query; what does not exist is left out. */
  @Reads
  public Map<UUID, OrganizationView> byIds(List<UUID> wanted) {
    Map<UUID, OrganizationView> found = new LinkedHashMap<>();
    views(organizations.byIds(wanted))
        .forEach(v -> found.put(IdType.ORGANIZATION.inPath(v.id()), v));
    return found;
  }

  private List<OrganizationView> views(List<Organization> rows) {
    Map<UUID, List<ExternalRef>> names = refs.of(rows.stream().map(Organization::id).toList());
    return rows.stream().map(o -> o.view(names.getOrDefault(o.id(), List.of()))).toList();
  }
}
