package app.vouch.incentive;

import app.vouch.incentive.ledger.AccountCode;
import app.vouch.incentive.ledger.EntryKind;
import app.vouch.incentive.ledger.LedgerEntryView;
import app.vouch.incentive.ledger.LedgerReportService;
import app.vouch.incentive.ledger.LedgerService;
import app.vouch.incentive.ledger.Leg;
import app.vouch.incentive.ledger.Posting;
import app.vouch.platform.access.RequestContext;
import app.vouch.platform.journal.Journal;
import app.vouch.platform.journal.Step;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries that people make: one proposes, another approves. */
@ApplicationScoped
public class LedgerAdjustmentService {
  private final LedgerAdjustmentRepository adjustments;
  private final LedgerService ledger;
  private final LedgerReportService reports;
  private final LedgerOwners owners;
  private final Journal journal;
  private final RequestContext request;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;

  LedgerAdjustmentService(
      LedgerAdjustmentRepository adjustments,
      LedgerService ledger,
      LedgerReportService reports,
      LedgerOwners owners,
      Journal journal,
      RequestContext request,
      Work work,
      Uuid7 ids,
      Clock clock) {
    this.adjustments = adjustments;
    this.ledger = ledger;
    this.reports = reports;
    this.owners = owners;
    this.journal = journal;
    this.request = request;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Proposes an entry; nothing is booked.
   *
   * @throws Refusal.Invalid when both legs and reverses are given, or neither
   * @throws Refusal.Rule {@code idempotency-key-required}, {@code actor-required}, {@code
   *     already-exists} when the key was used, {@code entry-not-balanced}, {@code
   *     effective-time-refused}, {@code unknown-reference}, {@code account-not-adjustable} or
   *     {@code entry-not-reversible}
   */
  public Answer<LedgerAdjustmentView> propose(ProposeLedgerAdjustment command) {
    requireKey(command);
    return work.write(
        "proposeLedgerAdjustment",
        command,
        LedgerAdjustmentView.class,
        () -> Answer.created(proposeNow(command)));
  }

  private void requireKey(ProposeLedgerAdjustment command) {
    boolean dryRun = Boolean.TRUE.equals(command.dryRun());
    if (!dryRun && command.idempotencyKey() == null && request.idempotencyKey() == null) {
      throw new Refusal.Rule(
          ProblemType.IDEMPOTENCY_KEY_REQUIRED,
          "a manual entry is proposed once: send an Idempotency-Key, and the same one when you repeat it");
    }
  }

  private LedgerAdjustmentView proposeNow(ProposeLedgerAdjustment command) {
    String by = FourEyes.name(request.namedActor());
    if (adjustments.hasKey(command.key())) {
      throw new Refusal.Rule(
          ProblemType.ALREADY_EXISTS,
          "a manual entry with the key %s was proposed before; keys are used once, for ever"
              .formatted(command.key()));
    }
    Posting posting = posting(command);
    LedgerAdjustment adjustment =
        new LedgerAdjustment(ids.next(), command, posting, by, clock.instant());
    adjustments.persist(adjustment);
    for (int i = 0; i < posting.legs().size(); i++) {
      adjustments.add(
          new LedgerAdjustmentLeg(ids.next(), adjustment.id(), i + 1, posting.legs().get(i)));
    }
    adjustments.flush();
    record(adjustment, null, AdjustmentAction.PROPOSE, command.note());
    return adjustment.view(posting.legs());
  }

  private Posting posting(ProposeLedgerAdjustment command) {
    UUID reverses = IdType.ENTRY.inBodyNullable("/reverses", command.reverses());
    UUID corrects = IdType.ENTRY.inBodyNullable("/corrects", command.corrects());
    List<AdjustmentLeg> given = command.legs();
    if ((given == null) == (reverses == null)) {
      throw new Refusal.Invalid(
          "/legs", "ambiguous", "give either legs, or the entry that this one reverses");
    }
    if (corrects != null) {
      existing("/corrects", corrects);
    }
    List<Leg> legs =
        reverses == null ? legs(given == null ? List.of() : given) : opposite(reverses);
    return new Posting(
        LedgerAdjustment.entryKey(command.key()),
        legs,
        effectiveAt(command.effectiveAt()),
        reverses,
        corrects);
  }

  /** Whether its period is open is asked when it is booked. */
  private @Nullable Instant effectiveAt(@Nullable Instant wanted) {
    if (wanted != null && wanted.isAfter(clock.instant())) {
      throw new Refusal.Rule(
          ProblemType.EFFECTIVE_TIME_REFUSED,
          "/effectiveAt: %s is in the future; an entry counts now or earlier".formatted(wanted));
    }
    return wanted == null ? null : wanted.truncatedTo(ChronoUnit.MICROS);
  }

  private List<Leg> legs(List<AdjustmentLeg> given) {
    List<Leg> legs = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String pointer = "/legs/" + i;
      Leg leg = given.get(i).read(pointer);
      owners.require(pointer + "/account", leg);
      legs.add(leg);
    }
    return legs;
  }

  /** What a reward or payout has booked is undone by that, which then knows of it. */
  private List<Leg> opposite(UUID entry) {
    LedgerEntryView original = existing("/reverses", entry);
    boolean byHand = original.key().startsWith(LedgerAdjustment.entryKey(""));
    if (!byHand || original.kind() != EntryKind.POSTED) {
      throw new Refusal.Rule(
          ProblemType.ENTRY_NOT_REVERSIBLE,
          "%s is no manual entry; reverse the reward or payout that booked it, or propose legs that correct it"
              .formatted(original.id()));
    }
    return original.legs().stream()
        .map(
            leg ->
                new Leg(
                    AccountCode.read("/reverses", leg.account()),
                    leg.side().opposite(),
                    leg.amount().toMoney("/reverses")))
        .toList();
  }

  private LedgerEntryView existing(String pointer, UUID entry) {
    return reports
        .find(entry)
        .orElseThrow(
            () ->
                new Refusal.Rule(
                    ProblemType.UNKNOWN_REFERENCE,
                    "%s: no entry %s".formatted(pointer, IdType.ENTRY.format(entry))));
  }

  /**
   * Approves a manual entry, which books it, or gives it up; a step that was just made answers the
   * present state.
   *
   * @throws Refusal.NotAllowed when it was decided before
   * @throws Refusal.Rule {@code actor-required}, {@code four-eyes} when the same person approves
   *     who proposed, {@code ledger-limit}, {@code effective-time-refused}, {@code period-closed}
   *     or {@code entry-already-reversed}
   */
  public Answer<LedgerAdjustmentView> transition(TransitionLedgerAdjustment command) {
    UUID id = IdType.LEDGER_ADJUSTMENT.inPath(command.id());
    return work.write(
        "transitionLedgerAdjustment",
        command,
        LedgerAdjustmentView.class,
        () -> Answer.done(step(id, command)));
  }

  private LedgerAdjustmentView step(UUID id, TransitionLedgerAdjustment command) {
    AdjustmentStep step = command.action();
    LedgerAdjustment adjustment = adjustments.lock(id);
    List<Leg> legs = adjustments.legs(id);
    if (adjustment.state() == step.target() && journal.lastWas(id, step.action(), step.target())) {
      return adjustment.view(legs);
    }
    AdjustmentState from = adjustment.state();
    AdjustmentState to =
        AdjustmentLifecycle.TABLE.move(IdType.LEDGER_ADJUSTMENT, from, step.action());
    UUID entry = step == AdjustmentStep.APPROVE ? book(adjustment, legs) : null;
    adjustment.changeTo(to, FourEyes.name(request.actor()), entry, clock.instant());
    adjustments.flush();
    record(adjustment, from, step.action(), command.note());
    return adjustment.view(legs);
  }

  private UUID book(LedgerAdjustment adjustment, List<Leg> legs) {
    FourEyes.requireOther(IdType.LEDGER_ADJUSTMENT, adjustment.proposedBy(), request.namedActor());
    return ledger.post(adjustment.posting(legs));
  }

  private void record(
      LedgerAdjustment adjustment,
      @Nullable AdjustmentState from,
      AdjustmentAction action,
      @Nullable String note) {
    journal.record(
        new Step(
            IdType.LEDGER_ADJUSTMENT,
            adjustment.id(),
            from,
            action,
            adjustment.state(),
            adjustment.version(),
            adjustment.reasonCode(),
            note));
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such manual entry
   */
  @Reads
  public LedgerAdjustmentView get(String id) {
    LedgerAdjustment found = adjustments.findById(IdType.LEDGER_ADJUSTMENT.inPath(id));
    if (found == null) {
      throw new Refusal.NotFound(IdType.LEDGER_ADJUSTMENT, id);
    }
    return found.view(adjustments.legs(found.id()));
  }

  /** The newest first. */
  @Reads
  public Page<LedgerAdjustmentView> list(PageRequest page, @Nullable AdjustmentState state) {
    return Page.of(
        adjustments.page(page, state), page.limit(), a -> new Cursor(a.id()), this::views);
  }

  private List<LedgerAdjustmentView> views(List<LedgerAdjustment> rows) {
    Map<UUID, List<Leg>> legs = adjustments.legs(rows.stream().map(LedgerAdjustment::id).toList());
    return rows.stream().map(a -> a.view(legs.getOrDefault(a.id(), List.of()))).toList();
  }
}
