package app.vouch.incentive.recognition;

import app.vouch.incentive.recognition.LeaderboardView.Entry;
import app.vouch.incentive.recognition.LeaderboardView.TierCount;
import app.vouch.incentive.recognition.RecognitionRepository.Leader;
import app.vouch.platform.persistence.Reads;
import app.vouch.program.ApplicableVersion;
import app.vouch.program.IsoAmount;
import app.vouch.program.ProgramService;
import app.vouch.program.ProgramSettings;
import app.vouch.program.ProgramSettings.Leaderboard;
import app.vouch.program.ReferrerService;
import app.vouch.program.ReferrerState;
import app.vouch.program.ReferrerView;
import app.vouch.shared.IdType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells who leads. Who opted out or left the program is not named, and has no rank. */
@ApplicationScoped
public class LeaderboardService {
  private static final IsoAmount YEAR = new IsoAmount("P12M");

  private final RecognitionRepository recognitions;
  private final ReferrerService referrers;
  private final ProgramService programs;
  private final Clock clock;

  LeaderboardService(
      RecognitionRepository recognitions,
      ReferrerService referrers,
      ProgramService programs,
      Clock clock) {
    this.recognitions = recognitions;
    this.referrers = referrers;
    this.programs = programs;
    this.clock = clock;
  }

  /**
   * @param from null for as long ago as the program's window is
   * @param to null for now
   * @param most at most so many entries
   * @throws Refusal.NotFound when the tenant has no such program
   * @throws Refusal.Invalid when the time ends before it begins
   */
  @Reads
  public LeaderboardView get(
      String program, @Nullable Instant from, @Nullable Instant to, int most) {
    UUID id = IdType.PROGRAM.inPath(programs.get(program).id());
    Instant now = clock.instant();
    Optional<ProgramSettings> settings =
        programs.inEffect(id, now).map(ApplicableVersion::settings);
    Instant end = to == null ? now : to;
    Instant begin = from == null ? windowBefore(end, settings) : from;
    if (end.isBefore(begin)) {
      throw new Refusal.Invalid("/to", "out-of-bounds", "must not be before from");
    }
    Tiers tiers = settings.map(Tiers::of).orElse(new Tiers(List.of(), List.of()));
    boolean names =
        settings.map(rules -> rules.recognition().leaderboard() == Leaderboard.NAMED).orElse(false);
    return new LeaderboardView(
        IdType.PROGRAM.format(id),
        begin,
        end,
        tierCounts(id, tiers),
        names ? entries(recognitions.leaders(id, begin, end, most), tiers) : List.of());
  }

  private static Instant windowBefore(Instant end, Optional<ProgramSettings> settings) {
    IsoAmount window = settings.map(rules -> rules.recognition().window()).orElse(YEAR);
    ZoneId zone = settings.map(ProgramSettings::zone).orElse(ZoneOffset.UTC);
    return window.subtractFrom(end, zone);
  }

  private List<TierCount> tierCounts(UUID program, Tiers tiers) {
    Map<Integer, Long> found = recognitions.countByTier(program);
    return IntStream.rangeClosed(1, tiers.from().size())
        .mapToObj(
            tier ->
                new TierCount(
                    tier, tiers.name(tier), Math.toIntExact(found.getOrDefault(tier, 0L))))
        .toList();
  }

  private List<Entry> entries(List<Leader> leaders, Tiers tiers) {
    Map<UUID, ReferrerView> known =
        referrers.byIds(leaders.stream().map(Leader::referrerId).toList());
    List<Entry> entries = new ArrayList<>();
    for (Leader leader : leaders) {
      ReferrerView referrer = known.get(leader.referrerId());
      if (referrer != null && referrer.state() != ReferrerState.REMOVED) {
        boolean ties = !entries.isEmpty() && entries.getLast().won() == leader.won();
        entries.add(
            new Entry(
                ties ? entries.getLast().rank() : entries.size() + 1,
                referrer.id(),
                referrer.person().name(),
                leader.won(),
                leader.tier(),
                tiers.name(leader.tier())));
      }
    }
    return List.copyOf(entries);
  }
}
