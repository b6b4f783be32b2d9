package app.vouch.directory;

import app.vouch.platform.reference.ExternalRefs;
import app.vouch.platform.tenant.TenantKeys;
import app.vouch.shared.IdType;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the people whom referrals name, for the writes of other contexts: two reads at most, and
 * inserts that wait for the flush of the whole write.
 */
@ApplicationScoped
public class Prospects {
  private final PersonRepository people;
  private final OrganizationService organizations;
  private final ExternalRefs refs;
  private final TenantKeys keys;
  private final Uuid7 ids;
  private final Clock clock;

  Prospects(
      PersonRepository people,
      OrganizationService organizations,
      ExternalRefs refs,
      TenantKeys keys,
      Uuid7 ids,
      Clock clock) {
    this.people = people;
    this.organizations = organizations;
    this.refs = refs;
    this.keys = keys;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A person as somebody else described them.
   *
   * @param emailKey of the address, also where the address itself may not be kept
   * @param email null where only the key may be kept
   * @param organizationDomain compared by bytes: lower case
   */
  public record Sketch(
      String name,
      byte[] emailKey,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String country,
      @Nullable String organizationName,
      @Nullable String organizationDomain) {}

  /** Whom the sketch turned out to be, and where they were said to work. */
  public record KnownProspect(
      UUID personId,
      @Nullable UUID organizationId,
      @Nullable String organizationName,
      @Nullable String organizationDomain) {}

  /**
   * The person with that e-mail key, with gaps in what we know filled; else a new one. Whoever is
   * known stays locked, so that nobody forgets them meanwhile. The organization is found by domain,
   * else by name, else made; it may be absent.
   */
  public KnownProspect resolve(Sketch sketch) {
    OrganizationView home = organization(sketch);
    UUID homeId = home == null ? null : IdType.ORGANIZATION.inPath(home.id());
    PersonDetails said =
        new PersonDetails(
            sketch.name, sketch.email, sketch.emailKey, sketch.phone, homeId, sketch.country);
    UUID personId =
        people
            .lockedByEmailKey(sketch.emailKey)
            .map(known -> fill(known, said))
            .orElseGet(() -> make(said));
    return new KnownProspect(
        personId, homeId, home == null ? null : home.name(), home == null ? null : home.domain());
  }

  /** Whether an address of the person is kept, and not only its key. */
  public boolean isReachable(UUID personId) {
    Person known = people.findById(personId);
    return known != null && known.details().email() != null;
  }

  /**
   * A person has said at which address they want to be written to. Where it is the one that their
   * key was made of, it is kept with the person. Any other says nothing about who they are, so the
   * person stays as they were: nobody becomes somebody else by typing their address.
   *
   * @return the address's key
   */
  public byte[] giveAddress(UUID personId, String email) {
    byte[] key = keys.emailKey(email);
    Person known = people.findById(personId);
    if (known != null && Arrays.equals(key, known.details().emailKey())) {
      PersonDetails now = known.details();
      PersonDetails said =
          new PersonDetails(
              now.name(), email, key, now.phone(), now.organizationId(), now.country());
      known.update(now.filledFrom(said), clock.instant());
    }
    return key;
  }

  /** What an address is compared by. */
  public byte[] keyOf(String email) {
    return keys.emailKey(email);
  }

  /** Until the transaction ends nobody names the person, or changes them. */
  public void hold(UUID personId) {
    people.findById(personId, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Of the address under which the person is known, if there is one. */
  public Optional<byte[]> emailKey(UUID personId) {
    return Optional.ofNullable(people.findById(personId)).map(known -> known.details().emailKey());
  }

  /** Whether nobody has said anything more of the person since they were made. */
  public boolean isUntouched(UUID personId) {
    Person known = people.findById(personId);
    return known != null && known.version() == 1 && refs.of(personId).isEmpty();
  }

  /** Keeps nothing of the person but their id. */
  public void erase(UUID personId) {
    Person known = people.findById(personId);
    if (known != null) {
      known.erase(clock.instant());
    }
  }

  private @Nullable OrganizationView organization(Sketch sketch) {
    if (sketch.organizationName != null) {
      return organizations.resolve(sketch.organizationName, sketch.organizationDomain);
    }
    return sketch.organizationDomain == null
        ? null
        : organizations.resolve(sketch.organizationDomain, sketch.organizationDomain);
  }

  private UUID fill(Person known, PersonDetails said) {
    known.update(known.details().filledFrom(said), clock.instant());
    return known.id();
  }

  private UUID make(PersonDetails details) {
    Person made = new Person(ids.next(), details, clock.instant());
    people.persist(made);
    return made.id();
  }
}
