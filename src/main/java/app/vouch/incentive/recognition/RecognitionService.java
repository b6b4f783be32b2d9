package app.vouch.incentive.recognition;

import app.vouch.incentive.recognition.RecognitionView.Visibility;
import app.vouch.platform.event.Events;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.timer.Timers;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.program.ApplicableVersion;
import app.vouch.program.ProgramService;
import app.vouch.program.ProgramSettings;
import app.vouch.program.RecognitionSettings.TierLevel;
import app.vouch.program.ReferrerService;
import app.vouch.program.ReferrerView;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Recognition tiers: how many of a referrer's referrals were won in the rolling window of the
 * program's version that is in effect.
 */
@ApplicationScoped
public class RecognitionService {
  private static final int AT_ONCE = 100;

  private final RecognitionRepository recognitions;
  private final ReferrerService referrers;
  private final ProgramService programs;
  private final Events events;
  private final Timers timers;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;

  RecognitionService(
      RecognitionRepository recognitions,
      ReferrerService referrers,
      ProgramService programs,
      Events events,
      Timers timers,
      Work work,
      Uuid7 ids,
      Clock clock) {
    this.recognitions = recognitions;
    this.referrers = referrers;
    this.programs = programs;
    this.events = events;
    this.timers = timers;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /** A referral was won, or is won no more. */
  void follow(UUID referralId, UUID referrerId, UUID programId, boolean isWon) {
    Instant now = clock.instant();
    Recognition recognition = recognitions.lock(referrerId, programId, now);
    recognitions.win(referralId, referrerId, programId, isWon ? now : null);
    count(recognition, programId);
    if (isWon) {
      settings(programId)
          .ifPresent(
              settings ->
                  wake(referrerId, settings.recognition().window().addTo(now, settings.zone())));
    }
  }

  /** A win may have left the window, or other tiers count. */
  void recount(UUID referrerId) {
    work.step(
        RecognitionRecount.NAME,
        () -> {
          UUID programId = referrers.get(referrerId).programId();
          count(recognitions.lock(referrerId, programId, clock.instant()), programId);
        });
  }

  /**
   * Other rules took effect: all are counted again, some at a time.
   *
   * @param number of the version that took effect
   * @param after null for the first ones
   */
  void recountProgram(UUID programId, int number, @Nullable UUID after) {
    work.step(
        ProgramRecount.NAME,
        () -> {
          List<UUID> some = recognitions.ofProgram(programId, after, AT_ONCE);
          Instant now = clock.instant();
          some.forEach(referrer -> count(recognitions.lock(referrer, programId, now), programId));
          if (some.size() == AT_ONCE) {
            recountLater(programId, number, some.getLast(), now);
          }
        });
  }

  void recountLater(UUID programId, int number, @Nullable UUID after, Instant at) {
    timers.schedule(
        ProgramRecount.NAME, IdType.PROGRAM, programId, ProgramRecount.which(number, after), at);
  }

  private void wake(UUID referrerId, Instant at) {
    timers.schedule(
        RecognitionRecount.NAME,
        IdType.REFERRER,
        referrerId,
        "window-" + ChronoUnit.MICROS.between(Instant.EPOCH, at),
        at);
  }

  private Optional<ProgramSettings> settings(UUID programId) {
    return programs.inEffect(programId, clock.instant()).map(ApplicableVersion::settings);
  }

  private void count(Recognition recognition, UUID programId) {
    ProgramSettings settings = settings(programId).orElse(null);
    if (settings == null) {
      return;
    }
    Instant now = clock.instant();
    int counted =
        recognitions.countWins(
            recognition.referrerId(),
            settings.recognition().window().subtractFrom(now, settings.zone()));
    int from = recognition.tier();
    int to = Tiers.of(settings).reachedBy(counted);
    recognition.reach(to, counted, now);
    if (from != to) {
      UUID referrer = recognition.referrerId();
      recognitions.add(new TierChange(ids.next(), referrer, from, to, counted, now));
      recognitions.flush();
      ReferrerView view = referrers.get(IdType.REFERRER.format(referrer));
      events.publish(
          new RecognitionEvents.TierChanged(view, view(view, recognition, settings), from));
    }
  }

  /**
   * Says whether a referrer is on leaderboards by name.
   *
   * @throws Refusal.NotFound when the tenant has no such referrer
   */
  public Answer<RecognitionView> set(SetRecognition command) {
    ReferrerView referrer = referrers.get(command.id());
    UUID program = IdType.PROGRAM.inPath(referrer.programId());
    return work.write(
        "setReferrerRecognition",
        command,
        RecognitionView.class,
        () -> {
          Instant now = clock.instant();
          Recognition recognition =
              recognitions.lock(IdType.REFERRER.inPath(referrer.id()), program, now);
          recognition.hide(command.leaderboard() == Visibility.HIDDEN, now);
          recognitions.flush();
          return Answer.done(view(referrer, recognition, settings(program).orElse(null)));
        });
  }

  /**
   * @param reference of the referrer
   * @throws Refusal.NotFound when the tenant has no such referrer
   */
  @Reads
  public RecognitionView get(String reference) {
    ReferrerView referrer = referrers.get(reference);
    return view(
        referrer,
        recognitions.findById(IdType.REFERRER.inPath(referrer.id())),
        settings(IdType.PROGRAM.inPath(referrer.programId())).orElse(null));
  }

  /**
   * The newest first.
   *
   * @throws Refusal.NotFound when the tenant has no such referrer
   */
  @Reads
  public Page<TierChangeView> changes(String reference, PageRequest page) {
    UUID referrer = IdType.REFERRER.inPath(referrers.get(reference).id());
    return Page.of(
        recognitions.changes(referrer, page),
        page.limit(),
        change -> new Cursor(change.id()),
        rows -> rows.stream().map(TierChange::view).toList());
  }

  private static RecognitionView view(
      ReferrerView referrer,
      @Nullable Recognition recognition,
      @Nullable ProgramSettings settings) {
    int tier = recognition == null ? 0 : recognition.tier();
    Tiers tiers = settings == null ? new Tiers(List.of(), List.of()) : Tiers.of(settings);
    TierLevel level = tiers.level(tier);
    return new RecognitionView(
        referrer.id(),
        referrer.programId(),
        tier,
        level == null ? null : level.name(),
        level == null ? null : level.benefits(),
        recognition == null ? 0 : recognition.counted(),
        tiers.after(tier),
        recognition != null && recognition.hidden() ? Visibility.HIDDEN : Visibility.SHOWN,
        recognition == null ? 0 : recognition.version(),
        recognition == null ? null : recognition.updatedAt());
  }
}
