package app.vouch.deal;

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
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be done with deals. */
@ApplicationScoped
public class DealService {
  private final DealRepository deals;
  private final DealPartyFinder parties;
  private final DealAnnouncer announcer;
  private final ExternalRefs refs;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;

  DealService(
      DealRepository deals,
      DealPartyFinder parties,
      DealAnnouncer announcer,
      ExternalRefs refs,
      Work work,
      Uuid7 ids,
      Clock clock) {
    this.deals = deals;
    this.parties = parties;
    this.announcer = announcer;
    this.refs = refs;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Mirrors a deal: makes it, or updates the one with that id or external reference. A change that
   * is older than what is known is recorded, ignored, and answered with the deal as it stands and
   * {@code stale: true}.
   *
   * @throws Refusal.Rule {@code external-ref-conflict} when the references name two deals, {@code
   *     unknown-reference} or {@code wrong-id-type} for what the command names, {@code
   *     amount-out-of-range}, {@code amount-precision} or {@code currency-mismatch} for its amounts
   */
  public Answer<DealView> upsert(UpsertDeal command) {
    return work.write("upsertDeal", command, DealView.class, () -> upsertNow(command));
  }

  private Answer<DealView> upsertNow(UpsertDeal command) {
    DealSource source =
        new DealSource(
            command.sourceVersion(), DealTimes.checked("/sourceTime", command.sourceTime()));
    Optional<UUID> known = find(command);
    if (known.isEmpty()) {
      return Answer.created(make(command, source));
    }
    Deal deal = deals.findById(known.get(), LockModeType.PESSIMISTIC_WRITE);
    if (deal == null) {
      throw DealPartyFinder.unknown("/id", "deal", IdType.DEAL.format(known.get()));
    }
    return Answer.done(
        source.olderThan(deal.source())
            ? ignore(deal, command, source)
            : change(deal, command, source));
  }

  private Optional<UUID> find(UpsertDeal command) {
    Optional<UUID> named = refs.find(IdType.DEAL, command.refs());
    UUID id = IdType.DEAL.inBodyNullable("/id", command.id());
    if (id != null && named.isPresent() && !named.get().equals(id)) {
      throw new Refusal.Rule(
          ProblemType.EXTERNAL_REF_CONFLICT,
          "/id names another deal than the external references do; send one of them",
          Map.of("ids", List.of(IdType.DEAL.format(id), IdType.DEAL.format(named.get()))));
    }
    return id == null ? named : Optional.of(id);
  }

  private DealView make(UpsertDeal command, DealSource source) {
    Instant now = clock.instant();
    Instant at = source.time() == null ? now : source.time();
    DealDetails nothing = DealDetails.unknown(at);
    DealDetails details = nothing.changedBy(command, parties.find(command), at);
    Deal deal = new Deal(ids.next(), details, source, now);
    deals.persist(deal);
    deals.replacePeople(deal.id(), List.of(), details.personIds());
    DealView view = settle(deal, command, details, source, nothing.changesTo(details));
    announcer.created(moment(deal, view, details, Map.of()), details);
    return view;
  }

  private DealView change(Deal deal, UpsertDeal command, DealSource source) {
    Instant now = clock.instant();
    Instant at = source.time() == null ? now : source.time();
    DealDetails before = deal.details(deals.peopleOf(deal.id()));
    DealDetails after = before.changedBy(command, parties.find(command), at);
    Map<String, List<@Nullable Object>> changes = before.changesTo(after);
    List<ExternalRef> present = refs.of(deal.id());
    List<ExternalRef> added = ExternalRefs.missing(IdType.DEAL, command.refs(), present);
    if (!added.isEmpty()) {
      changes.put(
          "externalRefs",
          List.of(present, Stream.concat(present.stream(), added.stream()).toList()));
    }
    DealSource known = source.over(deal.source());
    if (changes.isEmpty() && known.equals(deal.source())) {
      return deal.view(after.personIds(), present);
    }
    deal.change(after, known, now);
    deals.replacePeople(deal.id(), before.personIds(), after.personIds());
    DealView view = settle(deal, command, after, source, changes);
    if (!changes.isEmpty()) {
      announcer.changed(moment(deal, view, after, changes), before, after);
    }
    return view;
  }

  private DealView ignore(Deal deal, UpsertDeal command, DealSource source) {
    List<UUID> people = deals.peopleOf(deal.id());
    DealDetails present = deal.details(people);
    DealParties nobody = new DealParties(null, null, null);
    List<String> fields =
        List.copyOf(present.changesTo(present.changedBy(command, nobody, deal.since())).keySet());
    DealView view = deal.view(people, refs.of(deal.id()));
    keep(view, DealChangeOutcome.IGNORED, source, fields);
    return view.asStale();
  }

  private DealView settle(
      Deal deal,
      UpsertDeal command,
      DealDetails details,
      DealSource source,
      Map<String, List<@Nullable Object>> changes) {
    refs.attach(IdType.DEAL, deal.id(), command.refs(), refs.of(deal.id()));
    deals.flush();
    DealView view = deal.view(details.personIds(), refs.of(deal.id()));
    keep(view, DealChangeOutcome.APPLIED, source, List.copyOf(changes.keySet()));
    return view;
  }

  private void keep(
      DealView view, DealChangeOutcome outcome, DealSource source, List<String> fields) {
    deals.keep(new DealChange(ids.next(), view, outcome, source, fields, clock.instant()));
  }

  private static DealMoment moment(
      Deal deal, DealView view, DealDetails details, Map<String, List<@Nullable Object>> changes) {
    return new DealMoment(
        deal.id(), view, deal.facts(details.personIds()), details.referralId(), changes);
  }

  /**
   * @param reference TypeID or {@code ext:…}
   * @throws Refusal.NotFound when the tenant has no such deal
   */
  @Reads
  public DealView get(String reference) {
    return views(List.of(existing(reference))).getFirst();
  }

  /**
   * What other contexts decide by.
   *
   * @throws Refusal.NotFound when the tenant has no such deal
   */
  @Reads
  public DealFacts facts(UUID id) {
    return existing(IdType.DEAL.format(id)).facts(deals.peopleOf(id));
  }

  /**
   * The same, once this transaction holds the deal. For other contexts' writes.
   *
   * @throws Refusal.NotFound when the tenant has no such deal
   */
  public DealFacts hold(UUID id) {
    Deal held = deals.findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (held == null) {
      throw new Refusal.NotFound(IdType.DEAL, IdType.DEAL.format(id));
    }
    return held.facts(deals.peopleOf(id));
  }

  private Deal existing(String reference) {
    Deal found = deals.findById(refs.inPath(IdType.DEAL, reference));
    if (found == null) {
      throw new Refusal.NotFound(IdType.DEAL, reference);
    }
    return found;
  }

  /** The newest first. */
  @Reads
  public Page<DealView> list(PageRequest page, DealFilter filter) {
    Optional<UUID> named = refs.find(IdType.DEAL, filter.refs());
    List<Deal> rows =
        filter.externalRef() != null && named.isEmpty()
            ? List.of()
            : deals.page(page, filter.status(), filter.organization(), named.orElse(null));
    return Page.of(rows, page.limit(), d -> new Cursor(d.id()), this::views);
  }

  /**
   * Every change that was reported, the newest first; those that came too late are marked.
   *
   * @throws Refusal.NotFound when the tenant has no such deal
   */
  @Reads
  public Page<DealChangeView> changes(String reference, PageRequest page) {
    return Page.of(
        deals.changes(existing(reference).id(), page),
        page.limit(),
        c -> new Cursor(c.id()),
        rows -> rows.stream().map(DealChange::view).toList());
  }

  /** By id, in a fixed number of queries; what does not exist is left out. */
  @Reads
  public Map<UUID, DealView> byIds(Collection<UUID> wanted) {
    Map<UUID, DealView> found = new LinkedHashMap<>();
    views(deals.byIds(wanted)).forEach(v -> found.put(IdType.DEAL.inPath(v.id()), v));
    return found;
  }

  private List<DealView> views(List<Deal> rows) {
    List<UUID> wanted = rows.stream().map(Deal::id).toList();
    Map<UUID, List<ExternalRef>> names = refs.of(wanted);
    Map<UUID, List<UUID>> people = deals.peopleOf(wanted);
    return rows.stream()
        .map(
            d ->
                d.view(
                    people.getOrDefault(d.id(), List.of()), names.getOrDefault(d.id(), List.of())))
        .toList();
  }

  /**
   * Deals that were won, the earliest first.
   *
   * @param since with {@code after} the place to go on from: those closed later, and at the same
   *     time with a greater id
   * @param until exclusive
   */
  @Reads
  public List<DealFacts> won(Instant since, UUID after, Instant until, int limit) {
    List<Deal> rows = deals.won(since, after, until, limit);
    Map<UUID, List<UUID>> people = deals.peopleOf(rows.stream().map(Deal::id).toList());
    return rows.stream().map(d -> d.facts(people.getOrDefault(d.id(), List.of()))).toList();
  }

  /** Whether a deal names the person. */
  @Reads
  public boolean names(UUID personId) {
    return deals.names(personId);
  }
}
