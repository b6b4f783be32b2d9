package app.vouch.program;

import app.vouch.directory.PersonService;
import app.vouch.directory.PersonView;
import app.vouch.platform.event.Events;
import app.vouch.platform.journal.Journal;
import app.vouch.platform.journal.Step;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with referrers. A person is enrolled in a program once. */
@ApplicationScoped
public class ReferrerService {
  private final ReferrerRepository referrers;
  private final NamedReferrers named;
  private final ReferrerViews views;
  private final ReferrerCodes codes;
  private final ProgramService programs;
  private final PersonService people;
  private final ExternalRefs refs;
  private final Journal journal;
  private final Events events;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;

  ReferrerService(
      ReferrerRepository referrers,
      NamedReferrers named,
      ReferrerViews views,
      ReferrerCodes codes,
      ProgramService programs,
      PersonService people,
      ExternalRefs refs,
      Journal journal,
      Events events,
      Work work,
      Uuid7 ids,
      Clock clock) {
    this.referrers = referrers;
    this.named = named;
    this.views = views;
    this.codes = codes;
    this.programs = programs;
    this.people = people;
    this.refs = refs;
    this.journal = journal;
    this.events = events;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Enrols a person, or updates the enrolment that they have.
   *
   * @throws Refusal.Rule {@code no-default-program}, {@code program-not-open}; {@code
   *     unknown-reference} when person or program do not exist; {@code already-exists} when the
   *     code is another referrer's; {@code external-ref-conflict} when a reference is another
   *     referrer's
   * @throws Refusal.NotAllowed when the person was removed from the program
   */
  public Answer<ReferrerView> enrol(EnrolReferrer command) {
    return work.write("enrolReferrer", command, ReferrerView.class, () -> enrolNow(command));
  }

  private Answer<ReferrerView> enrolNow(EnrolReferrer command) {
    Program program = programs.open(command.programId());
    PersonView person = people.resolve("/person", command.person());
    UUID personId = IdType.PERSON.inPath(person.id());
    String code = command.code() == null ? null : ReferrerCodes.normalise(command.code());
    Referrer known = referrers.of(personId, program.id()).orElse(null);
    refuseOthers(known, code, command.refs());
    if (known == null) {
      return Answer.created(
          begin(
              program.id(), person, or(command.kind(), ReferrerKind.OTHER), code, command.refs()));
    }
    if (known.state() == ReferrerState.REMOVED) {
      throw new Refusal.NotAllowed(
          IdType.REFERRER,
          known.state(),
          ReferrerAction.ENROL,
          ReferrerLifecycle.TABLE.allowed(known.state()));
    }
    known.update(or(command.kind(), known.kind()), or(code, known.code()), clock.instant());
    refs.attach(IdType.REFERRER, known.id(), command.refs(), refs.of(known.id()));
    referrers.flush();
    return Answer.done(known.view(person, refs.of(known.id())));
  }

  private void refuseOthers(
      @Nullable Referrer known, @Nullable String code, List<ExternalRef> names) {
    UUID self = known == null ? null : known.id();
    Optional<UUID> named = refs.find(IdType.REFERRER, names);
    if (named.isPresent() && !named.get().equals(self)) {
      throw new Refusal.Rule(
          ProblemType.EXTERNAL_REF_CONFLICT,
          "the external reference is another referrer's; send that person and program, or another reference",
          Map.of("ids", List.of(IdType.REFERRER.format(named.get()))));
    }
    if (code != null
        && referrers.byCode(code).filter(owner -> !owner.id().equals(self)).isPresent()) {
      throw new Refusal.Rule(
          ProblemType.ALREADY_EXISTS,
          "the code %s is another referrer's; ask for another one".formatted(code));
    }
  }

  private ReferrerView begin(
      UUID programId,
      PersonView person,
      ReferrerKind kind,
      @Nullable String code,
      List<ExternalRef> names) {
    Referrer made =
        new Referrer(
            ids.next(),
            programId,
            IdType.PERSON.inPath(person.id()),
            kind,
            code == null ? codes.next() : code,
            clock.instant());
    referrers.persist(made);
    refs.attach(IdType.REFERRER, made.id(), names, List.of());
    referrers.flush();
    journal.record(
        new Step(
            IdType.REFERRER,
            made.id(),
            null,
            ReferrerAction.ENROL,
            made.state(),
            made.version(),
            null,
            null));
    ReferrerView view = made.view(person, refs.of(made.id()));
    events.publish(new ReferrerEvents.ReferrerEnrolled(view));
    return view;
  }

  /**
   * Pauses, resumes or removes a referrer.
   *
   * @throws Refusal.NotFound when the tenant has no such referrer
   * @throws Refusal.NotAllowed when the state does not allow the action
   */
  public Answer<ReferrerView> transition(TransitionReferrer command) {
    return work.write(
        "transitionReferrer", command, ReferrerView.class, () -> transitionNow(command));
  }

  private Answer<ReferrerView> transitionNow(TransitionReferrer command) {
    UUID id = refs.inPath(IdType.REFERRER, command.id());
    Referrer referrer = referrers.findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (referrer == null) {
      throw new Refusal.NotFound(IdType.REFERRER, command.id());
    }
    if (!journal.lastWas(id, command.action(), referrer.state())) {
      move(referrer, command.action(), command.reasonCode(), command.note());
    }
    return Answer.done(views.of(referrer));
  }

  /**
   * The person leaves every program; inside the open transaction.
   *
   * @return how many
   */
  int removeEverywhere(UUID personId, String reasonCode) {
    List<Referrer> enrolled =
        referrers.ofPerson(personId).stream()
            .filter(referrer -> referrer.state() != ReferrerState.REMOVED)
            .toList();
    for (Referrer referrer : enrolled) {
      referrers.getEntityManager().lock(referrer, LockModeType.PESSIMISTIC_WRITE);
      move(referrer, ReferrerAction.REMOVE, reasonCode, null);
    }
    return enrolled.size();
  }

  private void move(
      Referrer referrer,
      ReferrerAction action,
      @Nullable String reasonCode,
      @Nullable String note) {
    ReferrerState from = referrer.state();
    ReferrerState to = ReferrerLifecycle.TABLE.move(IdType.REFERRER, from, action);
    referrer.changeTo(to, clock.instant());
    referrers.flush();
    journal.record(
        new Step(
            IdType.REFERRER,
            referrer.id(),
            from,
            action,
            to,
            referrer.version(),
            reasonCode,
            note));
    events.publish(new ReferrerEvents.ReferrerMoved(views.of(referrer), from, action));
  }

  /**
   * The referrer whom a command names, for other contexts' writes, inside their transaction. Where
   * the program takes everybody, a person who is new is enrolled.
   *
   * @throws Refusal.Invalid when it names nobody, or in two ways
   * @throws Refusal.Rule {@code unknown-reference} when nobody has that name; {@code
   *     referrer-not-enrolled} when they are not enrolled in that version's program now
   */
  public EnrolledReferrer resolve(ReferrerRef ref, ApplicableVersion version) {
    return resolve("/referrer", ref, version);
  }

  /**
   * The same where the command names them elsewhere.
   *
   * @param pointer such as {@code /connector}
   */
  public EnrolledReferrer resolve(String pointer, ReferrerRef ref, ApplicableVersion version) {
    Referrer referrer =
        named
            .find(pointer, ref)
            .orElseGet(() -> ofPerson(Objects.requireNonNull(ref.person()), version));
    if (!referrer.programId().equals(version.programId())) {
      throw notEnrolled("the referrer is enrolled in another program; enrol them in this one");
    }
    if (referrer.state() != ReferrerState.ENROLLED) {
      throw notEnrolled("the referrer is %s in this program".formatted(referrer.state()));
    }
    return enrolled(referrer);
  }

  private Referrer ofPerson(ReferrerRef.ReferringPerson person, ApplicableVersion version) {
    Optional<Referrer> known =
        people.byEmail(person.email()).flatMap(id -> referrers.of(id, version.programId()));
    if (known.isPresent()) {
      return known.get();
    }
    if (!version.settings().capture().openEnrolment()) {
      throw notEnrolled(
          "%s is not enrolled in this program; enrol them first".formatted(person.name()));
    }
    PersonView made = people.resolve(person.name(), person.email(), null, null);
    ReferrerView view = begin(version.programId(), made, ReferrerKind.OTHER, null, List.of());
    return referrers.findById(IdType.REFERRER.inPath(view.id()));
  }

  private static Refusal notEnrolled(String detail) {
    return new Refusal.Rule(ProblemType.REFERRER_NOT_ENROLLED, detail);
  }

  private EnrolledReferrer enrolled(Referrer referrer) {
    String name = people.name(referrer.personId()).orElseThrow();
    return new EnrolledReferrer(referrer.id(), referrer.personId(), referrer.programId(), name);
  }

  /**
   * A referrer who is known to another context, whatever their state is now.
   *
   * @throws Refusal.NotFound when the tenant has no such referrer
   */
  @Reads
  public EnrolledReferrer get(UUID id) {
    return enrolled(existing(id, IdType.REFERRER.format(id)));
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such referrer
   */
  @Reads
  public ReferrerKind kind(UUID id) {
    return existing(id, IdType.REFERRER.format(id)).kind();
  }

  /**
   * @param reference TypeID or {@code ext:…}
   * @throws Refusal.NotFound when the tenant has no such referrer
   */
  @Reads
  public ReferrerView get(String reference) {
    return views.of(existing(refs.inPath(IdType.REFERRER, reference), reference));
  }

  private Referrer existing(UUID id, String reference) {
    Referrer found = referrers.findById(id);
    if (found == null) {
      throw new Refusal.NotFound(IdType.REFERRER, reference);
    }
    return found;
  }

  /** Whether the person has ever been enrolled in a program. */
  @Reads
  public boolean isReferrer(UUID personId) {
    return referrers.count("personId", personId) > 0;
  }

  /** The newest first. */
  @Reads
  public Page<ReferrerView> list(PageRequest page, ReferrerFilter filter) {
    return Page.of(
        referrers.page(page, filter.wanted()), page.limit(), r -> new Cursor(r.id()), views::of);
  }

  /** By id, in one query; who does not exist is left out. */
  @Reads
  public Map<UUID, ReferrerView> byIds(List<UUID> wanted) {
    Map<UUID, ReferrerView> found = new LinkedHashMap<>();
    views.of(referrers.byIds(wanted)).forEach(v -> found.put(IdType.REFERRER.inPath(v.id()), v));
    return found;
  }

  private static <T> T or(@Nullable T given, T otherwise) {
    return given == null ? otherwise : given;
  }
}
