package app.vouch.incentive;

import app.vouch.deal.DealFacts;
import app.vouch.deal.DealRate;
import app.vouch.incentive.PeriodRoom.Granted;
import app.vouch.program.ApplicableVersion;
import app.vouch.program.IsoAmount;
import app.vouch.program.RewardRule;
import app.vouch.program.RewardRule.PeriodCap;
import app.vouch.program.RewardRule.TierBasis;
import app.vouch.shared.Money;
import app.vouch.shared.Unit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version's rules, and what they would have granted, deal after deal. All that a deal brings
 * counts as granted when it was closed; each slot is granted once. Kept in memory only.
 */
final class SimulatedGrants implements RewardBasis {

  private record Past(
      Instant at, RewardSlot slot, UUID payee, @Nullable Money amount, @Nullable Money dealWorth) {}

  private final ApplicableVersion version;
  private final List<Past> past = new ArrayList<>();
  private final Set<RewardSlot> taken = new HashSet<>();
  private final Set<String> referrals = new HashSet<>();
  private final List<SimulatedReward> present = new ArrayList<>();
  private Instant now = Instant.EPOCH;

  SimulatedGrants(ApplicableVersion version) {
    this.version = version;
  }

  /** Goes on behind a deal. */
  void remember(SimulatedDeal deal) {
    deal.wouldGrant().forEach(reward -> past.add(past(deal.closedAt(), reward)));
    deal.wouldGrant().forEach(reward -> taken.add(reward.slot()));
    referrals.addAll(deal.referralIds());
    present.clear();
  }

  /** Comes to a deal; what was claimed for one that was not remembered is forgotten. */
  void begin(Instant closedAt) {
    now = closedAt;
    present.clear();
  }

  /** What the present deal would have been granted so far. */
  List<SimulatedReward> granted() {
    return List.copyOf(present);
  }

  /** Whether an earlier deal came of the referral too. */
  boolean knows(String referralId) {
    return referrals.contains(referralId);
  }

  @Override
  public ApplicableVersion version(UUID pinned) {
    return version;
  }

  @Override
  public PeriodTerms terms(
      ApplicableVersion rules,
      RewardRule rule,
      RewardSlot slot,
      UUID payee,
      @Nullable Money worth) {
    IsoAmount counted = rule.amount().per();
    PeriodCap cap = rule.capPerPeriod();
    ZoneId zone = rules.settings().zone();
    TierBasis by = rule.amount().by();
    return new PeriodTerms(
        counted == null || by != TierBasis.COUNT
            ? null
            : count(slot, payee, counted.subtractFrom(now, zone)),
        counted == null || by != TierBasis.VALUE || worth == null
            ? null
            : value(slot, payee, counted.subtractFrom(now, zone), worth),
        cap == null
            ? null
            : new PeriodRoom(cap, zone)
                .left(now, others(slot, payee, cap.per().subtractFrom(now, zone))));
  }

  private int count(RewardSlot slot, UUID payee, Instant since) {
    return 1
        + (int)
            ofRule(slot, payee, since)
                .map(grant -> grant.slot().referralId())
                .filter(referral -> !referral.equals(slot.referralId()))
                .distinct()
                .count();
  }

  private Money value(RewardSlot slot, UUID payee, Instant since, Money worth) {
    return ofRule(slot, payee, since)
        .filter(grant -> !grant.slot().referralId().equals(slot.referralId()))
        .map(Past::dealWorth)
        .filter(Objects::nonNull)
        .reduce(worth, Money::plus);
  }

  private List<Granted> others(RewardSlot slot, UUID payee, Instant since) {
    List<Granted> found = new ArrayList<>();
    ofRule(slot, payee, since)
        .filter(grant -> !grant.slot().equals(slot))
        .forEach(
            grant -> {
              if (grant.amount() != null) {
                found.add(new Granted(grant.at(), grant.amount()));
              }
            });
    return found;
  }

  private Stream<Past> ofRule(RewardSlot slot, UUID payee, Instant since) {
    return Stream.concat(past.stream(), present.stream().map(reward -> past(now, reward)))
        .filter(grant -> grant.slot().ruleId().equals(slot.ruleId()))
        .filter(grant -> grant.payee().equals(payee) && grant.at().isAfter(since));
  }

  private static Past past(Instant at, SimulatedReward reward) {
    return new Past(at, reward.slot(), reward.payee(), reward.money(), reward.worth());
  }

  @Override
  public @Nullable DealRate rate(RewardSlot slot, DealFacts deal, Unit currency) {
    return deal.rate();
  }

  @Override
  public void claimed(RewardClaim claim) {
    if (!taken.contains(claim.slot())) {
      present.add(SimulatedReward.of(claim));
    }
  }
}
