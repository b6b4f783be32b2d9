package app.vouch.directory;

import app.vouch.platform.persistence.Reads;
import app.vouch.platform.reference.ExternalRefs;
import app.vouch.platform.tenant.TenantKeys;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Versions;
import app.vouch.platform.work.Work;
import app.vouch.shared.Cursor;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with people. One e-mail key is one person. */
@ApplicationScoped
public class PersonService {
  private static final int PER_ORGANIZATION = 50;

  private final PersonRepository people;
  private final PersonViews views;
  private final OrganizationService organizations;
  private final ExternalRefs refs;
  private final TenantKeys keys;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;

  PersonService(
      PersonRepository people,
      PersonViews views,
      OrganizationService organizations,
      ExternalRefs refs,
      TenantKeys keys,
      Work work,
      Uuid7 ids,
      Clock clock) {
    this.people = people;
    this.views = views;
    this.organizations = organizations;
    this.refs = refs;
    this.keys = keys;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Makes a person, or updates the one with that external reference or e-mail address.
   *
   * @throws Refusal.Rule {@code external-ref-conflict} when the references name two people, {@code
   *     already-exists} when the address is another person's, {@code unknown-reference} when the
   *     organization does not exist
   */
  public Answer<PersonView> upsert(UpsertPerson command) {
    return work.write("upsertPerson", command, PersonView.class, () -> upsertNow(command));
  }

  private Answer<PersonView> upsertNow(UpsertPerson command) {
    PersonDetails sent =
        details(
            command.name(),
            command.email(),
            command.phone(),
            organizationId(command),
            command.country());
    Optional<Person> byRef = refs.find(IdType.PERSON, command.refs()).map(people::findById);
    Optional<Person> byEmail = byEmailKey(sent.emailKey());
    if (byRef.isPresent()) {
      refuseOther(byRef.get(), byEmail);
    }
    Optional<Person> known = byRef.or(() -> byEmail);
    Person person = known.orElseGet(() -> make(sent));
    person.update(person.details().overlaidBy(sent), clock.instant());
    boolean named = refs.attach(IdType.PERSON, person.id(), command.refs(), refs.of(person.id()));
    if (named && known.isPresent()) {
      person.touch(clock.instant());
    }
    people.flush();
    PersonView view = views.of(person);
    return known.isPresent() ? Answer.done(view) : Answer.created(view);
  }

  /**
   * Changes a person whom the caller has read.
   *
   * @throws Refusal.NotFound when the tenant has no such person
   * @throws Refusal.Rule {@code version-mismatch} when they have changed meanwhile; {@code
   *     already-exists} when the address is another person's; {@code unknown-reference} when the
   *     organization does not exist
   */
  public Answer<PersonView> update(UpdatePerson command) {
    return work.write("updatePerson", command, PersonView.class, () -> updateNow(command));
  }

  private Answer<PersonView> updateNow(UpdatePerson command) {
    UUID id = refs.inPath(IdType.PERSON, command.id());
    Person person = people.findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (person == null) {
      throw new Refusal.NotFound(IdType.PERSON, command.id());
    }
    Versions.same(command.version(), person.version());
    PersonDetails known = person.details().without(command::removes);
    PersonDetails sent =
        details(
            command.name() == null ? known.name() : command.name(),
            command.email(),
            command.phone(),
            existing(command.organizationId()),
            command.country());
    refuseOther(person, byEmailKey(sent.emailKey()));
    person.update(known.overlaidBy(sent), clock.instant());
    people.flush();
    return Answer.done(views.of(person));
  }

  private @Nullable UUID organizationId(UpsertPerson command) {
    OrganizationRef named = command.organization();
    if (named == null) {
      return existing(command.organizationId());
    }
    if (command.organizationId() != null) {
      throw new Refusal.Invalid(
          "/organizationId", "ambiguous", "send organization or organizationId, not both");
    }
    return IdType.ORGANIZATION.inPath(organizations.resolve(named.name(), named.domainKey()).id());
  }

  private @Nullable UUID existing(@Nullable String organizationId) {
    UUID id = IdType.ORGANIZATION.inBodyNullable("/organizationId", organizationId);
    if (id != null && organizations.byIds(List.of(id)).isEmpty()) {
      throw new Refusal.Rule(
          ProblemType.UNKNOWN_REFERENCE, "/organizationId: no organization " + organizationId);
    }
    return id;
  }

  private static void refuseOther(Person person, Optional<Person> owner) {
    owner
        .filter(other -> !other.id().equals(person.id()))
        .ifPresent(
            other -> {
              throw new Refusal.Rule(
                  ProblemType.ALREADY_EXISTS,
                  "the e-mail address belongs to another person; send another address, or update that person",
                  Map.of(
                      "ids",
                      List.of(
                          IdType.PERSON.format(person.id()), IdType.PERSON.format(other.id()))));
            });
  }

  /**
   * The person with that e-mail address, with gaps in what we know filled; else a new one. For
   * other contexts' writes, inside their transaction.
   */
  public PersonView resolve(
      String name, @Nullable String email, @Nullable String phone, @Nullable UUID organizationId) {
    PersonDetails sent = details(name, email, phone, organizationId, null);
    Optional<Person> known = byEmailKey(sent.emailKey());
    known.ifPresent(p -> p.update(p.details().filledFrom(sent), clock.instant()));
    Person person = known.orElseGet(() -> make(sent));
    people.flush();
    return views.of(person);
  }

  /**
   * The person whom a command names; for other contexts' writes, inside their transaction.
   *
   * @param pointer where the command names them, such as {@code /person}
   * @throws Refusal.Invalid when it names nobody, or in two ways
   * @throws Refusal.Rule {@code unknown-reference} when the id or reference names nobody
   */
  public PersonView resolve(String pointer, PersonRef ref) {
    boolean byId = ref.id() != null;
    boolean byRef = ref.externalRef() != null;
    boolean byName = ref.name() != null;
    if ((byId ? 1 : 0) + (byRef ? 1 : 0) + (byName ? 1 : 0) != 1) {
      throw new Refusal.Invalid(
          pointer, "ambiguous", "must have one of id, externalRef, or name and email");
    }
    if (ref.name() != null) {
      return resolve(ref.name(), ref.email(), null, null);
    }
    Optional<UUID> id =
        ref.externalRef() == null
            ? Optional.of(IdType.PERSON.inBody(pointer + "/id", String.valueOf(ref.id())))
            : byExternalRefs(List.of(ref.externalRef()));
    return id.map(people::findById)
        .map(views::of)
        .orElseThrow(
            () ->
                new Refusal.Rule(
                    ProblemType.UNKNOWN_REFERENCE,
                    "%s names nobody; make the person first, or send name and email"
                        .formatted(pointer)));
  }

  private PersonDetails details(
      String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable UUID organizationId,
      @Nullable String country) {
    String address = email == null ? null : email.strip();
    return new PersonDetails(
        name.strip(),
        address,
        address == null ? null : keys.emailKey(address),
        phone == null ? null : phone.strip(),
        organizationId,
        country);
  }

  private Optional<Person> byEmailKey(byte @Nullable [] key) {
    return key == null ? Optional.empty() : people.byEmailKey(key);
  }

  private Person make(PersonDetails details) {
    Person made = new Person(ids.next(), details, clock.instant());
    people.persist(made);
    return made;
  }

  /**
   * @param reference TypeID or {@code ext:…}
   * @throws Refusal.NotFound when the tenant has no such person
   */
  @Reads
  public PersonView get(String reference) {
    UUID id = refs.inPath(IdType.PERSON, reference);
    Person found = people.findById(id);
    if (found == null) {
      throw new Refusal.NotFound(IdType.PERSON, reference);
    }
    return views.of(found);
  }

  /** The newest first; at most one person where a filter names one. */
  @Reads
  public Page<PersonView> list(PageRequest page, PersonFilter filter) {
    String address = filter.address();
    byte[] emailKey = address == null ? null : keys.emailKey(address);
    Optional<UUID> byRef = byExternalRefs(filter.refs());
    List<Person> rows =
        filter.externalRef() != null && byRef.isEmpty()
            ? List.of()
            : people.page(page, emailKey, byRef.orElse(null));
    return Page.of(rows, page.limit(), p -> new Cursor(p.id()), views::of);
  }

  /** The people of each organization, the oldest first, at most {@link #PER_ORGANIZATION}. */
  @Reads
  public Map<UUID, List<PersonView>> ofOrganizations(List<UUID> wanted) {
    List<Person> rows = people.ofOrganizations(wanted, PER_ORGANIZATION);
    List<PersonView> shown = views.of(rows);
    Map<UUID, List<PersonView>> found = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      UUID home = Objects.requireNonNull(rows.get(i).organizationId());
      found.computeIfAbsent(home, id -> new ArrayList<>()).add(shown.get(i));
    }
    return found;
  }

  /** By id, in one query; who does not exist is left out. */
  @Reads
  public Map<UUID, PersonView> byIds(List<UUID> wanted) {
    Map<UUID, PersonView> found = new LinkedHashMap<>();
    views.of(people.byIds(wanted)).forEach(v -> found.put(IdType.PERSON.inPath(v.id()), v));
    return found;
  }

  /** The name of a person, without all else that is known of them. */
  @Reads
  public Optional<String> name(UUID id) {
    return people.name(id);
  }

  /** Whom an e-mail address reaches. */
  @Reads
  public Optional<UUID> byEmail(String email) {
    return people.byEmailKey(keys.emailKey(email)).map(Person::id);
  }

  /**
   * Whom external references name.
   *
   * @throws Refusal.Rule {@code external-ref-conflict} when they name two people
   */
  @Reads
  public Optional<UUID> byExternalRefs(Collection<ExternalRef> names) {
    return refs.find(IdType.PERSON, names);
  }
}
