package app.vouch.referral;

import app.vouch.deal.DealFacts;
import app.vouch.deal.DealService;
import app.vouch.platform.access.RequestContext;
import app.vouch.platform.access.Scope;
import app.vouch.platform.journal.Journal;
import app.vouch.platform.journal.JournalEntryView;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.reference.ExternalRefs;
import app.vouch.platform.tenant.TenantKeys;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Command;
import app.vouch.platform.work.Work;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Lifecycle.Decision;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What can be done with referrals. */
@ApplicationScoped
public class ReferralService {
  private static final Set<String> DUPLICATE_REASONS =
      Set.of(Decisions.PERSON_KNOWN, "ORGANIZATION_CLAIMED", "EXISTING_PIPELINE");

  private final ReferralRepository referrals;
  private final ReferralDealRepository deals;
  private final ReferralCapture capture;
  private final ReferralMoves moves;
  private final DealLinks links;
  private final DealService dealService;
  private final Journal journal;
  private final ExternalRefs refs;
  private final TenantKeys keys;
  private final RequestContext request;
  private final Work work;
  private final Clock clock;

  ReferralService(
      ReferralRepository referrals,
      ReferralDealRepository deals,
      ReferralCapture capture,
      ReferralMoves moves,
      DealLinks links,
      DealService dealService,
      Journal journal,
      ExternalRefs refs,
      TenantKeys keys,
      RequestContext request,
      Work work,
      Clock clock) {
    this.referrals = referrals;
    this.deals = deals;
    this.capture = capture;
    this.moves = moves;
    this.links = links;
    this.dealService = dealService;
    this.journal = journal;
    this.refs = refs;
    this.keys = keys;
    this.request = request;
    this.work = work;
    this.clock = clock;
  }

  /**
   * Receives a referral and decides at once. A duplicate is stored as one; a repeat with a known
   * external reference answers the referral as it stands.
   *
   * @throws Refusal.Rule {@code self-referral}; {@code no-default-program}, {@code
   *     program-not-open}, {@code referrer-not-enrolled}, {@code unknown-reference}, {@code
   *     external-ref-conflict}
   */
  public Answer<ReferralView> capture(CaptureReferral command) {
    return shown(
        work.write("captureReferral", command, ReferralView.class, () -> capture.capture(command)));
  }

  /**
   * Moves a referral on.
   *
   * @throws Refusal.NotFound when the tenant has no such referral
   * @throws Refusal.NotAllowed when the state does not allow the action
   * @throws Refusal.Rule {@code missing-scope} for decisions without {@code referrals:decide};
   *     {@code reason-required}; {@code prospect-held} when another referral holds the prospect
   */
  public Answer<ReferralView> transition(TransitionReferral command) {
    return shown(
        work.write(
            "transitionReferral", command, ReferralView.class, () -> transitionNow(command)));
  }

  private Answer<ReferralView> transitionNow(TransitionReferral command) {
    CallerAction action = command.action();
    if (action.decides()) {
      request.requireScope(Scope.REFERRALS_DECIDE);
    }
    checkReason(action, command.reasonCode());
    Referral referral = locked(command.id(), action.action());
    if (!repeats(referral, action.action())) {
      if (!CallerAction.allowed(referral.state()).contains(action)) {
        throw new Refusal.NotAllowed(
            IdType.REFERRAL, referral.state(), action, CallerAction.allowed(referral.state()));
      }
      moves.move(referral, action.action(), command.reasonCode(), command.note());
    }
    return Answer.done(referral.view());
  }

  private static void checkReason(CallerAction action, @Nullable String reasonCode) {
    if (action.needsReason() && reasonCode == null) {
      throw new Refusal.Rule(
          ProblemType.REASON_REQUIRED, "%s needs a reasonCode".formatted(action));
    }
    if (action == CallerAction.MARK_DUPLICATE && !DUPLICATE_REASONS.contains(reasonCode)) {
      throw new Refusal.Invalid(
          "/reasonCode",
          "malformed",
          "must be one of " + DUPLICATE_REASONS.stream().sorted().toList());
    }
  }

  private boolean repeats(Referral referral, ReferralAction action) {
    return ReferralLifecycle.TABLE.decide(referral.state(), action) instanceof Decision.Refused
        && journal.lastWas(referral.id(), action, referral.state());
  }

  private Referral locked(String reference, ReferralAction action) {
    return moves
        .lock(refs.inPath(IdType.REFERRAL, reference), action)
        .orElseThrow(() -> new Refusal.NotFound(IdType.REFERRAL, reference));
  }

  /** Applies an action where the table allows it, for other contexts, inside their transaction. */
  public void advance(UUID referralId, ReferralAction action) {
    moves
        .lock(referralId, action)
        .filter(r -> ReferralLifecycle.TABLE.decide(r.state(), action) instanceof Decision.Moved)
        .ifPresent(r -> moves.move(r, action, null, null));
  }

  /** Nobody need contact the prospect yet; for other contexts, inside their transaction. */
  public void stopFirstContact(UUID referralId) {
    moves.lock(referralId, ReferralAction.CONTACT).ifPresent(moves::stopFirstContact);
  }

  /** The time for the first contact counts from now, unless it runs already. */
  public void startFirstContact(UUID referralId) {
    moves.lock(referralId, ReferralAction.CONTACT).ifPresent(moves::startFirstContact);
  }

  /**
   * Says that the referrer was thanked; the first time counts.
   *
   * @throws Refusal.NotFound when the tenant has no such referral
   */
  public Answer<ReferralView> recordThanks(RecordThanks command) {
    return note("recordThanks", command, command.id(), Referral::thanked);
  }

  /**
   * Says that the prospect was told whose data are kept and from whom they came (GDPR Art. 14); the
   * first time counts.
   *
   * @throws Refusal.NotFound when the tenant has no such referral
   */
  public Answer<ReferralView> recordPrivacyNotice(RecordPrivacyNotice command) {
    return note("recordPrivacyNotice", command, command.id(), Referral::privacyNoticeGiven);
  }

  private Answer<ReferralView> note(
      String operation, Command command, String reference, BiConsumer<Referral, Instant> change) {
    return shown(
        work.write(
            operation,
            command,
            ReferralView.class,
            () -> {
              Referral referral = locked(reference, ReferralAction.CONTACT);
              change.accept(referral, clock.instant());
              referrals.flush();
              return Answer.done(referral.view());
            }));
  }

  /**
   * Says that a deal came of a referral.
   *
   * @throws Refusal.NotFound when the tenant has no such referral or deal
   */
  public Answer<ReferralView> linkToDeal(LinkReferralToDeal command) {
    return onDeal("linkReferralToDeal", command, links::linkByHand);
  }

  /**
   * Says that a deal did not come of a referral; no rule links them again.
   *
   * @throws Refusal.NotFound when the tenant has no such referral or deal
   */
  public Answer<ReferralView> unlinkFromDeal(LinkReferralToDeal command) {
    return onDeal("unlinkReferralFromDeal", command, links::unlinkByHand);
  }

  private Answer<ReferralView> onDeal(
      String operation, LinkReferralToDeal command, BiConsumer<Referral, DealFacts> change) {
    return shown(
        work.write(
            operation,
            command,
            ReferralView.class,
            () -> {
              DealFacts deal = dealService.hold(refs.inPath(IdType.DEAL, command.dealId()));
              Referral referral = locked(command.id(), ReferralAction.WIN);
              change.accept(referral, deal);
              return Answer.done(referral.view());
            }));
  }

  /**
   * @param reference TypeID or {@code ext:…}
   * @throws Refusal.NotFound when the tenant has no such referral
   */
  @Reads
  public ReferralView get(String reference) {
    return shown(existing(reference).view());
  }

  private Referral existing(String reference) {
    Referral found = referrals.findById(refs.inPath(IdType.REFERRAL, reference));
    if (found == null) {
      throw new Refusal.NotFound(IdType.REFERRAL, reference);
    }
    return found;
  }

  /** The newest first. */
  @Reads
  public Page<ReferralView> list(PageRequest page, ReferralFilter filter) {
    byte[] emailKey = filter.prospectEmail() == null ? null : keys.emailKey(filter.prospectEmail());
    Optional<UUID> named = refs.find(IdType.REFERRAL, filter.refs());
    List<Referral> rows =
        filter.externalRef() != null && named.isEmpty()
            ? List.of()
            : referrals.page(page, filter, emailKey, named.orElse(null));
    return Page.of(
        rows,
        page.limit(),
        r -> new Cursor(r.id()),
        kept -> kept.stream().map(r -> shown(r.view())).toList());
  }

  /**
   * Each step, the newest first.
   *
   * @throws Refusal.NotFound when the tenant has no such referral
   */
  @Reads
  public Page<JournalEntryView> timeline(String reference, PageRequest page) {
    return journal.timeline(existing(reference).id(), page);
  }

  /** By id, in one query; what does not exist is left out. */
  @Reads
  public Map<UUID, ReferralView> byIds(Collection<UUID> wanted) {
    Map<UUID, ReferralView> found = new LinkedHashMap<>();
    referrals.byIds(wanted).forEach(r -> found.put(r.id(), shown(r.view())));
    return found;
  }

  /**
   * What other contexts decide by.
   *
   * @throws Refusal.NotFound when the tenant has no such referral
   */
  @Reads
  public ReferralFacts facts(UUID id) {
    return existing(IdType.REFERRAL.format(id)).facts();
  }

  /**
   * The first referral of a person by a referrer that was ever captured, whatever became of it. For
   * other contexts' writes.
   *
   * @param referrerPersonId the person who refers
   */
  public Optional<UUID> earlier(UUID referrerPersonId, UUID prospectPersonId) {
    return referrals.earliest(referrerPersonId, prospectPersonId);
  }

  /**
   * The same, once this transaction holds the referral. For other contexts' writes.
   *
   * @throws Refusal.NotFound when the tenant has no such referral
   */
  public ReferralFacts hold(UUID id) {
    return referrals
        .locked(id)
        .map(Referral::facts)
        .orElseThrow(() -> new Refusal.NotFound(IdType.REFERRAL, IdType.REFERRAL.format(id)));
  }

  /** The referrals that a deal came of and that still stand, the oldest first. */
  @Reads
  public List<ReferralFacts> ofDeal(UUID dealId) {
    List<UUID> ids = deals.ofDeal(dealId).stream().map(ReferralDeal::referralId).toList();
    return referrals.byIds(ids).stream()
        .filter(r -> r.state().holdsProspect())
        .map(Referral::facts)
        .sorted((a, b) -> a.id().compareTo(b.id()))
        .toList();
  }

  /** The deals of many referrals, in one query. */
  @Reads
  public Map<UUID, List<UUID>> dealsOf(Collection<UUID> referralIds) {
    Map<UUID, List<UUID>> found = new LinkedHashMap<>();
    deals
        .ofReferrals(referralIds)
        .forEach(
            link ->
                found
                    .computeIfAbsent(link.referralId(), id -> new ArrayList<>())
                    .add(link.dealId()));
    return found;
  }

  private Answer<ReferralView> shown(Answer<ReferralView> answer) {
    return new Answer<>(answer.outcome(), shown(answer.view()), answer.preview());
  }

  /** Who else referred the prospect is for those who decide. */
  private ReferralView shown(ReferralView view) {
    return request.hasScope(Scope.REFERRALS_DECIDE) ? view : view.forEvents();
  }
}
