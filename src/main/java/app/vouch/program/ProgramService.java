package app.vouch.program;

import app.vouch.platform.event.Events;
import app.vouch.platform.guard.Guards;
import app.vouch.platform.journal.Journal;
import app.vouch.platform.journal.Step;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Versions;
import app.vouch.platform.work.Work;
import app.vouch.program.ProgramVersionRepository.InEffect;
import app.vouch.shared.Cursor;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with programs, and which rules apply. */
@ApplicationScoped
public class ProgramService {
  private static final String DEFAULT_GUARD = "default-program";

  private final ProgramRepository programs;
  private final ProgramVersionRepository versions;
  private final ApplicableVersions applicable;
  private final Guards guards;
  private final Journal journal;
  private final Events events;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;

  ProgramService(
      ProgramRepository programs,
      ProgramVersionRepository versions,
      ApplicableVersions applicable,
      Guards guards,
      Journal journal,
      Events events,
      Work work,
      Uuid7 ids,
      Clock clock) {
    this.programs = programs;
    this.versions = versions;
    this.applicable = applicable;
    this.guards = guards;
    this.journal = journal;
    this.events = events;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /** Makes a program; where the tenant has no default it becomes that, unless said otherwise. */
  public Answer<ProgramView> create(CreateProgram command) {
    return work.write("createProgram", command, ProgramView.class, () -> createNow(command));
  }

  private Answer<ProgramView> createNow(CreateProgram command) {
    Program program =
        new Program(ids.next(), command.name().strip(), command.family(), clock.instant());
    guards.hold(List.of(DEFAULT_GUARD));
    Program present = programs.theDefault().orElse(null);
    if (command.defaultProgram() == null ? present == null : command.defaultProgram()) {
      makeDefault(program, present);
    }
    programs.persist(program);
    programs.flush();
    return Answer.created(program.view());
  }

  /**
   * Renames a program or makes it the default.
   *
   * @throws Refusal.NotFound when the tenant has no such program
   * @throws Refusal.Rule {@code version-mismatch} when it has changed meanwhile; {@code
   *     program-not-open} when an archived one is to be the default
   */
  public Answer<ProgramView> update(UpdateProgram command) {
    return work.write("updateProgram", command, ProgramView.class, () -> updateNow(command));
  }

  private Answer<ProgramView> updateNow(UpdateProgram command) {
    guards.hold(List.of(DEFAULT_GUARD));
    Program program = locked(command.id());
    Versions.same(command.version(), program.version());
    if (command.defaultProgram() != null) {
      if (command.defaultProgram()) {
        refuseArchived(program);
        makeDefault(program, programs.theDefault().orElse(null));
      } else {
        program.makeDefault(false, clock.instant());
      }
    }
    if (command.name() != null) {
      program.rename(command.name().strip(), clock.instant());
    }
    programs.flush();
    return Answer.done(program.view());
  }

  /** The guard row is held. */
  private void makeDefault(Program program, @Nullable Program present) {
    if (present != null && !present.id().equals(program.id())) {
      present.makeDefault(false, clock.instant());
      programs.flush();
    }
    program.makeDefault(true, clock.instant());
  }

  /**
   * Moves a program.
   *
   * @throws Refusal.NotFound when the tenant has no such program
   * @throws Refusal.NotAllowed when the state does not allow the action
   */
  public Answer<ProgramView> transition(TransitionProgram command) {
    return work.write(
        "transitionProgram", command, ProgramView.class, () -> transitionNow(command));
  }

  private Answer<ProgramView> transitionNow(TransitionProgram command) {
    guards.hold(List.of(DEFAULT_GUARD));
    Program program = locked(command.id());
    if (!journal.lastWas(program.id(), command.action(), program.state())) {
      move(program, command);
    }
    return Answer.done(program.view());
  }

  private void move(Program program, TransitionProgram command) {
    ProgramState from = program.state();
    ProgramState to = ProgramLifecycle.TABLE.move(IdType.PROGRAM, from, command.action());
    program.changeTo(to, clock.instant());
    program.makeDefault(false, clock.instant());
    programs.flush();
    journal.record(
        new Step(
            IdType.PROGRAM,
            program.id(),
            from,
            command.action(),
            to,
            program.version(),
            command.reasonCode(),
            command.note()));
    switch (to) {
      case ARCHIVED -> events.publish(new ProgramEvents.ProgramArchived(program.view()));
      case ACTIVE -> throw new IllegalStateException("no action leads to " + to);
    }
  }

  private Program locked(String reference) {
    Program program =
        programs.findById(IdType.PROGRAM.inPath(reference), LockModeType.PESSIMISTIC_WRITE);
    if (program == null) {
      throw new Refusal.NotFound(IdType.PROGRAM, reference);
    }
    return program;
  }

  /**
   * The rules that apply at a moment: of the program's published versions the one that began last.
   *
   * @param programId TypeID; null: the tenant's default program
   * @throws Refusal.Rule {@code no-default-program}; {@code unknown-reference} when the program
   *     does not exist; {@code program-not-open} when it is archived or has no version in effect
   */
  @Reads
  public ApplicableVersion applicable(@Nullable String programId, Instant at) {
    InEffect found =
        versions
            .inEffect(programId == null ? null : named(programId), at)
            .orElseThrow(() -> programId == null ? noDefault() : unknown(programId));
    refuseArchived(found.program());
    if (found.versionId() == null) {
      throw notOpen(
          "the program %s has no published version in effect; publish one"
              .formatted(found.program().name()));
    }
    return applicable.byId(found.versionId());
  }

  /** The same of a program, for whoever can do without; nothing when it takes no referrals now. */
  @Reads
  public Optional<ApplicableVersion> inEffect(UUID programId, Instant at) {
    return versions
        .inEffect(programId, at)
        .filter(found -> found.program().isActive())
        .map(InEffect::versionId)
        .map(applicable::byId);
  }

  /** The program, which must be active. */
  Program open(@Nullable String programId) {
    Program program =
        programId == null
            ? programs.theDefault().orElseThrow(ProgramService::noDefault)
            : Optional.ofNullable(programs.findById(named(programId)))
                .orElseThrow(() -> unknown(programId));
    refuseArchived(program);
    return program;
  }

  private static UUID named(String programId) {
    return IdType.PROGRAM.inBody("/programId", programId);
  }

  private static void refuseArchived(Program program) {
    if (!program.isActive()) {
      throw notOpen("the program %s is archived".formatted(program.name()));
    }
  }

  private static Refusal noDefault() {
    return new Refusal.Rule(
        ProblemType.NO_DEFAULT_PROGRAM, "the tenant has no default program; name one in programId");
  }

  private static Refusal unknown(String programId) {
    return new Refusal.Rule(ProblemType.UNKNOWN_REFERENCE, "/programId: no program " + programId);
  }

  private static Refusal notOpen(String detail) {
    return new Refusal.Rule(ProblemType.PROGRAM_NOT_OPEN, detail);
  }

  /**
   * The rules that are pinned somewhere.
   *
   * @throws IllegalArgumentException when the tenant has no such version
   */
  @Reads
  public ApplicableVersion version(UUID versionId) {
    return applicable.byId(versionId);
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such program
   */
  @Reads
  public ProgramView get(String reference) {
    Program found = programs.findById(IdType.PROGRAM.inPath(reference));
    if (found == null) {
      throw new Refusal.NotFound(IdType.PROGRAM, reference);
    }
    return found.view();
  }

  /** The newest first. */
  @Reads
  public Page<ProgramView> list(PageRequest page) {
    return Page.of(
        programs.page(page),
        page.limit(),
        p -> new Cursor(p.id()),
        rows -> rows.stream().map(Program::view).toList());
  }

  /** By id, in one query; what does not exist is left out. */
  @Reads
  public Map<UUID, ProgramView> byIds(List<UUID> wanted) {
    Map<UUID, ProgramView> found = new LinkedHashMap<>();
    programs.byIds(wanted).forEach(p -> found.put(p.id(), p.view()));
    return found;
  }
}
