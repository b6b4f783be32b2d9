package app.vouch.program;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.access.Scope;
import app.vouch.platform.event.Events;
import app.vouch.platform.journal.Journal;
import app.vouch.platform.journal.Step;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.timer.Timers;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Versions;
import app.vouch.platform.work.Work;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with the versions of a program. */
@ApplicationScoped
public class ProgramVersionService {
  private static final int PER_PROGRAM = 20;

  static final String TAKES_EFFECT = "program-version-takes-effect";

  private final ProgramRepository programs;
  private final ProgramVersionRepository versions;
  private final ProgramVersionRules rules;
  private final SettingsStore store;
  private final RequestContext request;
  private final Journal journal;
  private final Events events;
  private final Timers timers;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;

  ProgramVersionService(
      ProgramRepository programs,
      ProgramVersionRepository versions,
      ProgramVersionRules rules,
      SettingsStore store,
      RequestContext request,
      Journal journal,
      Events events,
      Timers timers,
      Work work,
      Uuid7 ids,
      Clock clock) {
    this.programs = programs;
    this.versions = versions;
    this.rules = rules;
    this.store = store;
    this.request = request;
    this.journal = journal;
    this.events = events;
    this.timers = timers;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Makes a draft.
   *
   * @throws Refusal.NotFound when the tenant has no such program
   * @throws Refusal.Invalid naming every fault of the settings
   */
  public Answer<ProgramVersionView> create(CreateProgramVersion command) {
    return work.write(
        "createProgramVersion", command, ProgramVersionView.class, () -> createNow(command));
  }

  private Answer<ProgramVersionView> createNow(CreateProgramVersion command) {
    UUID programId = IdType.PROGRAM.inPath(command.programId());
    Program program = programs.findById(programId, LockModeType.PESSIMISTIC_WRITE);
    if (program == null) {
      throw new Refusal.NotFound(IdType.PROGRAM, command.programId());
    }
    ProgramVersion made =
        new ProgramVersion(
            ids.next(),
            programId,
            versions.lastNumber(programId) + 1,
            command.effectiveFrom(),
            store.complete(command.document(), program.family()),
            clock.instant());
    versions.persist(made);
    return Answer.created(store.view(made));
  }

  /**
   * Changes a draft.
   *
   * @throws Refusal.NotFound when the tenant has no such version
   * @throws Refusal.Invalid naming every fault of the settings
   * @throws Refusal.Rule {@code version-mismatch} when it has changed meanwhile; {@code
   *     version-immutable} when it is no draft any more
   */
  public Answer<ProgramVersionView> update(PatchProgramVersion command) {
    return work.write(
        "updateProgramVersion", command, ProgramVersionView.class, () -> updateNow(command));
  }

  private Answer<ProgramVersionView> updateNow(PatchProgramVersion command) {
    ProgramVersion version = existing(command.id());
    Program program = lockedProgram(version);
    Versions.same(command.version(), version.version());
    rules.changeable(version);
    SettingsStore.Changed changed = store.patched(version, command.patch(), program.family());
    version.rewrite(changed.effectiveFrom(), changed.settings(), clock.instant());
    versions.flush();
    return Answer.done(store.view(version));
  }

  /**
   * Publishes a draft: effective now it supersedes the one before in the same transaction, later it
   * does so when its time comes.
   *
   * @throws Refusal.NotFound when the tenant has no such version
   * @throws Refusal.NotAllowed when it is no draft
   * @throws Refusal.Invalid naming every setting that this release does not follow
   * @throws Refusal.Rule {@code version-not-publishable} when the program is archived, or a
   *     published version begins at the same time or later
   */
  public Answer<ProgramVersionView> publish(PublishProgramVersion command) {
    return work.write(
        "publishProgramVersion",
        command,
        ProgramVersionView.class,
        () -> transitionNow(command.id(), VersionAction.PUBLISH, null, null));
  }

  /**
   * Publishes or discards a draft; publishing needs the scope {@code programs:publish}.
   *
   * @throws Refusal.Invalid when the action is none of callers
   */
  public Answer<ProgramVersionView> transition(TransitionProgramVersion command) {
    return work.write(
        "transitionProgramVersion",
        command,
        ProgramVersionView.class,
        () -> {
          switch (command.action()) {
            case PUBLISH -> request.requireScope(Scope.PROGRAMS_PUBLISH);
            case SUPERSEDE ->
                throw new Refusal.Invalid(
                    "/action", "not-for-callers", "happens when the next version takes effect");
            case DISCARD -> {}
          }
          return transitionNow(
              command.id(), command.action(), command.reasonCode(), command.note());
        });
  }

  private Answer<ProgramVersionView> transitionNow(
      String reference, VersionAction action, @Nullable String reasonCode, @Nullable String note) {
    ProgramVersion version = existing(reference);
    Program program = lockedProgram(version);
    if (!journal.lastWas(version.id(), action, version.state())) {
      move(version, program, action, reasonCode, note);
    }
    return Answer.done(store.view(version));
  }

  private void move(
      ProgramVersion version,
      Program program,
      VersionAction action,
      @Nullable String reasonCode,
      @Nullable String note) {
    VersionState from = version.state();
    VersionState to = VersionLifecycle.TABLE.move(IdType.PROGRAM_VERSION, from, action);
    Instant now = clock.instant();
    if (to == VersionState.PUBLISHED) {
      rules.publishable(version, program, now);
      store.requireSupported(version);
    }
    version.changeTo(to, now);
    versions.flush();
    journal.record(
        new Step(
            IdType.PROGRAM_VERSION,
            version.id(),
            from,
            action,
            to,
            version.version(),
            reasonCode,
            note));
    if (to == VersionState.PUBLISHED) {
      announce(version, program, now);
    }
  }

  private void announce(ProgramVersion version, Program program, Instant now) {
    Instant start = version.effectiveFrom();
    if (start != null && start.isAfter(now)) {
      timers.schedule(TAKES_EFFECT, IdType.PROGRAM_VERSION, version.id(), "effect", start);
    } else {
      supersedeBefore(version, program);
    }
    program.touch(now);
    programs.flush();
    events.publish(new ProgramEvents.ProgramPublished(program.view(), store.view(version)));
  }

  private void supersedeBefore(ProgramVersion version, Program program) {
    Instant start = version.effectiveFrom();
    if (start != null) {
      versions
          .publishedBefore(program.id(), start)
          .forEach(earlier -> move(earlier, program, VersionAction.SUPERSEDE, null, null));
    }
  }

  /** The time of a published version has come. */
  void takeEffect(UUID versionId) {
    work.step(
        TAKES_EFFECT,
        () -> {
          ProgramVersion version = versions.findById(versionId);
          if (version != null) {
            Program program = lockedProgram(version);
            if (version.state() == VersionState.PUBLISHED) {
              supersedeBefore(version, program);
            }
          }
        });
  }

  private ProgramVersion existing(String reference) {
    ProgramVersion found = versions.findById(IdType.PROGRAM_VERSION.inPath(reference));
    if (found == null) {
      throw new Refusal.NotFound(IdType.PROGRAM_VERSION, reference);
    }
    return found;
  }

  /** All changes of a program's versions wait for each other on its row, then read anew. */
  private Program lockedProgram(ProgramVersion version) {
    Program program = programs.findById(version.programId(), LockModeType.PESSIMISTIC_WRITE);
    if (program == null) {
      throw new IllegalStateException("the program of version " + version.id() + " is gone");
    }
    versions.getEntityManager().refresh(version);
    return program;
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such version
   */
  @Reads
  public ProgramVersionView get(String reference) {
    return store.view(existing(reference));
  }

  /**
   * How a version differs from another one of its program.
   *
   * @throws Refusal.NotFound when the tenant has no such version, or the other one is none of the
   *     same program
   */
  @Reads
  public ProgramVersionDiffView diff(String reference, String against) {
    ProgramVersion version = existing(reference);
    ProgramVersion other = versions.findById(IdType.PROGRAM_VERSION.inPath(against));
    if (other == null || !other.programId().equals(version.programId())) {
      throw new Refusal.NotFound(IdType.PROGRAM_VERSION, against);
    }
    return new ProgramVersionDiffView(
        IdType.PROGRAM_VERSION.format(version.id()),
        IdType.PROGRAM_VERSION.format(other.id()),
        SettingsDiff.of(store.tree(other), store.tree(version)));
  }

  /**
   * The newest first.
   *
   * @throws Refusal.NotFound when the tenant has no such program
   */
  @Reads
  public Page<ProgramVersionView> list(String programId, PageRequest page) {
    UUID id = IdType.PROGRAM.inPath(programId);
    if (programs.findById(id) == null) {
      throw new Refusal.NotFound(IdType.PROGRAM, programId);
    }
    return Page.of(
        versions.page(id, page),
        page.limit(),
        v -> new Cursor(v.id()),
        rows -> rows.stream().map(store::view).toList());
  }

  /** The versions of each program, the newest first, at most {@link #PER_PROGRAM}. */
  @Reads
  public Map<UUID, List<ProgramVersionView>> ofPrograms(List<UUID> wanted) {
    Map<UUID, List<ProgramVersionView>> found = new LinkedHashMap<>();
    versions
        .ofPrograms(wanted, PER_PROGRAM)
        .forEach(
            v -> found.computeIfAbsent(v.programId(), id -> new ArrayList<>()).add(store.view(v)));
    return found;
  }

  /** By id, in one query; what does not exist is left out. */
  @Reads
  public Map<UUID, ProgramVersionView> byIds(List<UUID> wanted) {
    Map<UUID, ProgramVersionView> found = new LinkedHashMap<>();
    versions.byIds(wanted).forEach(v -> found.put(v.id(), store.view(v)));
    return found;
  }
}
