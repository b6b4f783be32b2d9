package app.vouch.program;

import app.vouch.directory.OrganizationService;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.reference.ExternalRefs;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Versions;
import app.vouch.platform.work.Work;
import app.vouch.shared.IdType;
import app.vouch.shared.MoneyView;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What protects referrers from being asked for too many introductions. */
@ApplicationScoped
public class ReferrerProtectionService {
  /** The database's clock type ends soon after; for good there is PAUSE. */
  private static final Instant LATEST_PAUSE = Instant.parse("2038-01-01T00:00:00Z");

  private final ReferrerProtectionRepository protections;
  private final ReferrerRepository referrers;
  private final OrganizationService organizations;
  private final ExternalRefs refs;
  private final Work work;
  private final Clock clock;

  ReferrerProtectionService(
      ReferrerProtectionRepository protections,
      ReferrerRepository referrers,
      OrganizationService organizations,
      ExternalRefs refs,
      Work work,
      Clock clock) {
    this.protections = protections;
    this.referrers = referrers;
    this.organizations = organizations;
    this.refs = refs;
    this.work = work;
    this.clock = clock;
  }

  /**
   * Changes what a referrer set for themselves.
   *
   * @throws Refusal.NotFound when the tenant has no such referrer
   * @throws Refusal.Invalid when the cool-down is no ISO 8601 duration, or the floor is not above
   *     zero, or the pause ends after 2037
   * @throws Refusal.Rule {@code version-mismatch} when it has changed meanwhile; {@code
   *     unknown-reference} when an organization does not exist
   */
  public Answer<ReferrerProtectionView> update(UpdateReferrerProtection command) {
    return work.write(
        "updateReferrerProtection",
        command,
        ReferrerProtectionView.class,
        () -> Answer.done(updateNow(command)));
  }

  private ReferrerProtectionView updateNow(UpdateReferrerProtection command) {
    checkCoolDown(command.coolDown());
    checkFloor(command.dealFloor());
    checkPause(command.pausedUntil());
    UUID referrer = refs.inPath(IdType.REFERRER, command.id());
    if (referrers.findById(referrer, LockModeType.PESSIMISTIC_WRITE) == null) {
      throw new Refusal.NotFound(IdType.REFERRER, command.id());
    }
    ReferrerProtection known = protections.findById(referrer);
    Versions.same(command.version(), known == null ? 0 : known.version());
    Instant now = clock.instant();
    ReferrerProtection changed = known == null ? new ReferrerProtection(referrer, now) : known;
    changed.change(command, organizations(command.noGoOrganizations()), now);
    if (known == null) {
      protections.persist(changed);
    }
    protections.flush();
    return changed.view();
  }

  private static void checkCoolDown(@Nullable String coolDown) {
    if (coolDown != null && IsoAmount.parse(coolDown).isEmpty()) {
      throw new Refusal.Invalid(
          "/coolDown", "malformed", "must be an ISO 8601 duration such as \"P30D\"");
    }
  }

  private static void checkFloor(@Nullable MoneyView floor) {
    if (floor != null && !floor.toMoney("/dealFloor").isPositive()) {
      throw new Refusal.Invalid("/dealFloor/amount", "out-of-bounds", "must be more than zero");
    }
  }

  private static void checkPause(@Nullable Instant until) {
    if (until != null && until.isAfter(LATEST_PAUSE)) {
      throw new Refusal.Invalid(
          "/pausedUntil",
          "out-of-bounds",
          "must be %s at the latest; to stop for good, PAUSE or REMOVE the referrer"
              .formatted(LATEST_PAUSE));
    }
  }

  private @Nullable List<UUID> organizations(@Nullable List<String> named) {
    if (named == null) {
      return null;
    }
    List<UUID> ids =
        named.stream()
            .map(id -> IdType.ORGANIZATION.inBody("/noGoOrganizations", id))
            .distinct()
            .toList();
    Set<UUID> known = organizations.byIds(ids).keySet();
    ids.stream()
        .filter(id -> !known.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new Refusal.Rule(
                  ProblemType.UNKNOWN_REFERENCE,
                  "/noGoOrganizations: no organization " + IdType.ORGANIZATION.format(id));
            });
    return ids;
  }

  /**
   * @param reference TypeID or {@code ext:…} of the referrer
   * @throws Refusal.NotFound when the tenant has no such referrer
   */
  @Reads
  public ReferrerProtectionView get(String reference) {
    UUID referrer = refs.inPath(IdType.REFERRER, reference);
    if (referrers.findById(referrer) == null) {
      throw new Refusal.NotFound(IdType.REFERRER, reference);
    }
    ReferrerProtection known = protections.findById(referrer);
    return known != null
        ? known.view()
        : new ReferrerProtectionView(
            IdType.REFERRER.format(referrer), null, null, null, List.of(), null, null, 0, null);
  }

  /**
   * What counts for a referrer under a version's rules.
   *
   * @throws Refusal.NotFound when the tenant has no such referrer
   */
  @Reads
  public ConnectorProtection of(UUID referrer, ProgramSettings settings) {
    Referrer known = referrers.findById(referrer);
    if (known == null) {
      throw new Refusal.NotFound(IdType.REFERRER, IdType.REFERRER.format(referrer));
    }
    ReferrerProtection own = protections.findById(referrer);
    return Objects.requireNonNullElseGet(
            own, () -> new ReferrerProtection(referrer, clock.instant()))
        .over(settings.introductions().protection(), known.state() == ReferrerState.ENROLLED);
  }
}
