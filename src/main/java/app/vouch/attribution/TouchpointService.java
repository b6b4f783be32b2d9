package app.vouch.attribution;

import app.vouch.attribution.Touchpoint.Evidence;
import app.vouch.deal.DealService;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.program.EvidenceSource;
import app.vouch.referral.ReferralFacts;
import app.vouch.referral.ReferralService;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with touchpoints. Those of captures and introductions come by themselves. */
@ApplicationScoped
public class TouchpointService {
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");

  private final TouchpointRepository touchpoints;
  private final ReferralService referrals;
  private final DealService deals;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;

  TouchpointService(
      TouchpointRepository touchpoints,
      ReferralService referrals,
      DealService deals,
      Work work,
      Uuid7 ids,
      Clock clock) {
    this.touchpoints = touchpoints;
    this.referrals = referrals;
    this.deals = deals;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Records evidence by hand.
   *
   * @throws Refusal.Rule {@code unknown-reference} or {@code wrong-id-type} for the referral or the
   *     deal
   * @throws Refusal.Invalid when it is said to lie in the future
   */
  public Answer<TouchpointView> record(RecordTouchpoint command) {
    return work.write(
        "recordTouchpoint",
        command,
        TouchpointView.class,
        () -> Answer.created(recordNow(command).view()));
  }

  private Touchpoint recordNow(RecordTouchpoint command) {
    ReferralFacts referral = referral(command.referralId());
    UUID dealId = IdType.DEAL.inBodyNullable("/dealId", command.dealId());
    if (dealId != null && deals.byIds(List.of(dealId)).isEmpty()) {
      throw unknown("/dealId", "deal", String.valueOf(command.dealId()));
    }
    return add(
        new Evidence(referral.id(), referral.referrerId(), dealId, null, command.evidence()),
        EvidenceSource.MANUAL,
        occurredAt(command.occurredAt()));
  }

  private ReferralFacts referral(String reference) {
    try {
      return referrals.facts(IdType.REFERRAL.inBody("/referralId", reference));
    } catch (Refusal.NotFound none) {
      throw unknown("/referralId", "referral", reference);
    }
  }

  private Instant occurredAt(@Nullable Instant stated) {
    Instant now = clock.instant();
    if (stated != null && (stated.isAfter(now) || stated.isBefore(FIRST))) {
      throw new Refusal.Invalid(
          "/occurredAt", "out-of-bounds", "must be from 1970 to now; evidence is of what happened");
    }
    return stated == null ? now : stated.truncatedTo(ChronoUnit.MICROS);
  }

  private static Refusal.Rule unknown(String pointer, String what, String reference) {
    return new Refusal.Rule(
        ProblemType.UNKNOWN_REFERENCE, "%s: there is no %s %s".formatted(pointer, what, reference));
  }

  Touchpoint add(Evidence evidence, EvidenceSource source, Instant occurredAt) {
    Touchpoint made = new Touchpoint(ids.next(), evidence, source, occurredAt, clock.instant());
    touchpoints.persist(made);
    return made;
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such touchpoint
   */
  @Reads
  public TouchpointView get(String id) {
    Touchpoint found = touchpoints.findById(IdType.TOUCHPOINT.inPath(id));
    if (found == null) {
      throw new Refusal.NotFound(IdType.TOUCHPOINT, id);
    }
    return found.view();
  }

  /** The newest first; of one referral where it is named. */
  @Reads
  public Page<TouchpointView> list(PageRequest page, @Nullable String referralId) {
    UUID referral = IdType.REFERRAL.inQuery("/referralId", referralId);
    return Page.of(
        touchpoints.page(page, referral),
        page.limit(),
        t -> new Cursor(t.id()),
        rows -> rows.stream().map(Touchpoint::view).toList());
  }

  /** By id, in one query; what does not exist is left out. */
  @Reads
  public Map<UUID, TouchpointView> byIds(Collection<UUID> wanted) {
    Map<UUID, TouchpointView> found = new LinkedHashMap<>();
    if (!wanted.isEmpty()) {
      touchpoints.list("id in ?1", wanted).forEach(t -> found.put(t.id(), t.view()));
    }
    return found;
  }
}
