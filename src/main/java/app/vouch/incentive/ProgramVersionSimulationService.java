package app.vouch.incentive;

import app.vouch.attribution.AttributionFacts;
import app.vouch.attribution.AttributionService;
import app.vouch.attribution.CreditFacts;
import app.vouch.deal.DealFacts;
import app.vouch.deal.DealService;
import app.vouch.platform.access.Scope;
import app.vouch.platform.job.JobItem;
import app.vouch.platform.job.JobSlice;
import app.vouch.platform.job.JobTask;
import app.vouch.platform.job.JobView;
import app.vouch.platform.job.Jobs;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.program.ApplicableVersion;
import app.vouch.program.ProgramService;
import app.vouch.program.ProgramVersionService;
import app.vouch.program.ProgramVersionView;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells, as a job, what a version would have granted for won deals. It reads claims as real grants
 * do; each piece is rolled back, so that nothing it does can be kept.
 */
@ApplicationScoped
public class ProgramVersionSimulationService implements JobTask<Simulation> {
  private static final int AT_ONCE = 20;
  private static final int USUAL_LIMIT = 200;

  private final ProgramVersionService versions;
  private final ProgramService programs;
  private final DealService deals;
  private final AttributionService attributions;
  private final RewardClaims claims;
  private final RewardRepository rewards;
  private final Jobs jobs;
  private final Work work;
  private final ObjectMapper json;

  ProgramVersionSimulationService(
      ProgramVersionService versions,
      ProgramService programs,
      DealService deals,
      AttributionService attributions,
      RewardClaims claims,
      RewardRepository rewards,
      Jobs jobs,
      Work work,
      ObjectMapper json) {
    this.versions = versions;
    this.programs = programs;
    this.deals = deals;
    this.attributions = attributions;
    this.claims = claims;
    this.rewards = rewards;
    this.jobs = jobs;
    this.work = work;
    this.json = json;
  }

  /**
   * Begins the job. Its items say what it found out about each deal, the last of them in all.
   *
   * @throws Refusal.NotFound when the tenant has no such version
   * @throws Refusal.Invalid when the time does not end after it begins
   */
  public Answer<JobView> begin(SimulateProgramVersion command) {
    return work.write(
        "simulateProgramVersion", command, JobView.class, () -> Answer.created(beginNow(command)));
  }

  private JobView beginNow(SimulateProgramVersion command) {
    ProgramVersionView version = versions.get(command.id());
    if (!command.to().isAfter(command.from())) {
      throw new Refusal.Invalid("/to", "out-of-bounds", "must be after from");
    }
    int limit = command.limit() == null ? USUAL_LIMIT : command.limit();
    return jobs.start(
        this,
        new Simulation(version.id(), version.version(), command.from(), command.to(), limit),
        null);
  }

  @Override
  public String kind() {
    return "program-version-simulation";
  }

  @Override
  public Class<Simulation> inputType() {
    return Simulation.class;
  }

  @Override
  public Scope resultScope() {
    return Scope.REWARDS_READ;
  }

  @Override
  public JobSlice run(UUID jobId, Simulation input, @Nullable String cursor) {
    QuarkusTransaction.begin();
    try {
      return piece(jobId, input, SimulationPlace.parse(cursor, input.from()));
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  private JobSlice piece(UUID jobId, Simulation input, SimulationPlace from) {
    requireUnchanged(input);
    ApplicableVersion version =
        programs.version(IdType.PROGRAM_VERSION.inPath(input.programVersionId()));
    SimulatedGrants grants = new SimulatedGrants(version);
    List<SimulatedDeal> computed = new ArrayList<>();
    jobs.results(jobId).forEach(result -> computed.add(read(result)));
    computed.forEach(grants::remember);
    List<DealFacts> won = deals.won(from.since(), from.after(), input.to(), AT_ONCE);
    List<JobItem> items = new ArrayList<>();
    SimulationPlace place = from;
    boolean full = false;
    for (DealFacts deal : won) {
      Optional<AttributionFacts> facts = ofProgram(deal.id(), version);
      full = facts.isPresent() && place.deals() == input.limit();
      if (full) {
        break;
      }
      place = place.past(deal);
      if (facts.isPresent()) {
        place = place.counted();
        items.add(simulate(facts.get(), grants, computed));
      }
    }
    int done = items.size();
    if (!full && won.size() == AT_ONCE) {
      return new JobSlice(done, items, place.text());
    }
    SimulationTotals totals = SimulationTotals.of(place.deals(), full, computed);
    items.add(JobItem.found(input.programVersionId(), write(totals)));
    return JobSlice.last(done, items);
  }

  private void requireUnchanged(Simulation input) {
    int version = versions.get(input.programVersionId()).version();
    if (version != input.version()) {
      throw new Refusal.Rule(
          ProblemType.VERSION_MISMATCH,
          "%s changed while it was simulated (version %d, now %d); begin again"
              .formatted(input.programVersionId(), input.version(), version));
    }
  }

  /** With the credits of the version's program; empty where it has none. */
  private Optional<AttributionFacts> ofProgram(UUID dealId, ApplicableVersion version) {
    return attributions
        .standing(dealId)
        .map(
            facts ->
                new AttributionFacts(
                    facts.attributionId(),
                    facts.version(),
                    facts.dealId(),
                    facts.deal(),
                    facts.credits().stream().filter(credit -> isOf(credit, version)).toList()))
        .filter(facts -> !facts.credits().isEmpty());
  }

  private boolean isOf(CreditFacts credit, ApplicableVersion version) {
    return programs.version(credit.programVersionId()).programId().equals(version.programId());
  }

  private JobItem simulate(
      AttributionFacts facts, SimulatedGrants grants, List<SimulatedDeal> computed) {
    String dealId = IdType.DEAL.format(facts.dealId());
    try {
      SimulatedDeal deal = simulated(facts, grants);
      grants.remember(deal);
      computed.add(deal);
      return item(dealId, deal, facts);
    } catch (Refusal refusal) {
      if (refusal.type() == ProblemType.TRY_AGAIN) {
        throw refusal;
      }
      return JobItem.refused(dealId, refusal);
    }
  }

  private SimulatedDeal simulated(AttributionFacts facts, SimulatedGrants grants) {
    grants.begin(Objects.requireNonNull(facts.deal().closedAt()));
    List<UUID> referrals =
        facts.credits().stream()
            .filter(credit -> credit.shareNumerator().signum() > 0)
            .map(CreditFacts::referralId)
            .distinct()
            .toList();
    referrals.stream()
        .filter(referral -> !grants.knows(IdType.REFERRAL.format(referral)))
        .map(claims::referral)
        .forEach(
            referral -> {
              RewardGrants.passed(referral.state())
                  .forEach(trigger -> claims.ofReferral(trigger, referral, grants));
              claims.ofEarlierIntroduction(referral, grants);
            });
    claims.ofDeal(facts, grants);
    return new SimulatedDeal(
        Objects.requireNonNull(facts.deal().closedAt()),
        referrals.stream().map(IdType.REFERRAL::format).toList(),
        grants.granted(),
        granted(facts, referrals, grants));
  }

  private List<SimulatedDeal.Granted> granted(
      AttributionFacts facts, List<UUID> referrals, SimulatedGrants grants) {
    return rewards.ofReferrals(referrals).reversed().stream()
        .filter(reward -> reward.state().stands())
        .filter(
            reward ->
                facts.dealId().equals(reward.dealId())
                    || (reward.dealId() == null
                        && !grants.knows(IdType.REFERRAL.format(reward.slot().referralId()))))
        .map(reward -> SimulatedDeal.Granted.of(reward.view()))
        .toList();
  }

  private JobItem item(String dealId, SimulatedDeal deal, AttributionFacts facts) {
    List<String> faulty = deal.faulty();
    return faulty.isEmpty()
        ? JobItem.found(dealId, write(deal))
        : new JobItem(
            dealId,
            "fx-rate-missing",
            "%s: the deal is in %s and brings no rate to the program's currency; give it fxRate, fxCurrency and fxSource"
                .formatted(String.join(", ", faulty), currency(facts.deal())),
            write(deal));
  }

  private static String currency(DealFacts deal) {
    return deal.firstYearAmount() == null
        ? "another currency"
        : deal.firstYearAmount().currency().code();
  }

  private String write(Object result) {
    try {
      return json.writeValueAsString(result);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a simulation's result cannot be written as JSON", e);
    }
  }

  private SimulatedDeal read(String result) {
    try {
      return json.readValue(result, SimulatedDeal.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a simulation's result cannot be read", e);
    }
  }
}
