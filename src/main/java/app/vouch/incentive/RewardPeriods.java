package app.vouch.incentive;

import app.vouch.incentive.PeriodRoom.Granted;
import app.vouch.program.ApplicableVersion;
import app.vouch.program.IsoAmount;
import app.vouch.program.RewardRule;
import app.vouch.program.RewardRule.PeriodCap;
import app.vouch.program.RewardRule.TierBasis;
import app.vouch.shared.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a rule granted a payee before, where the rule goes by that. */
@ApplicationScoped
class RewardPeriods {
  private final RewardRepository rewards;
  private final RewardArchive archive;
  private final RewardPostings postings;
  private final Clock clock;

  RewardPeriods(
      RewardRepository rewards, RewardArchive archive, RewardPostings postings, Clock clock) {
    this.rewards = rewards;
    this.archive = archive;
    this.postings = postings;
    this.clock = clock;
  }

  /**
   * Holds the payee's account, so that no two rewards take the same room. A reward that stands
   * keeps its place in the count, or what it reached, and the time when it was granted.
   *
   * @param worth what its deal is worth, in the program's currency; null where that is not known
   * @param claimed what is to be granted besides, if it does not stand yet
   */
  PeriodTerms terms(
      ApplicableVersion version,
      RewardRule rule,
      RewardSlot slot,
      UUID payee,
      @Nullable Money worth,
      List<RewardClaim> claimed) {
    IsoAmount counted = rule.amount().per();
    PeriodCap cap = rule.capPerPeriod();
    if (counted == null && cap == null) {
      return PeriodTerms.NONE;
    }
    postings.holdPayable(payee, rule.unit(version.settings().currency()));
    Optional<Reward> standing =
        rewards.ofSlot(slot).stream().filter(reward -> reward.state().stands()).findFirst();
    Instant at = standing.map(Reward::createdAt).orElseGet(clock::instant);
    Granting granting =
        new Granting(
            version.programId(),
            rule.id(),
            payee,
            slot,
            version.settings().zone(),
            claimed.stream()
                .filter(claim -> claim.rewardsAlike(version.programId(), rule.id(), payee))
                .filter(claim -> !claim.slot().equals(slot) && !stands(claim.slot()))
                .toList());
    TierBasis by = rule.amount().by();
    return new PeriodTerms(
        counted == null || by != TierBasis.COUNT ? null : count(granting, counted, standing, at),
        counted == null || by != TierBasis.VALUE || worth == null
            ? null
            : value(granting, counted, standing, at, worth),
        cap == null ? null : left(granting, cap, at));
  }

  /** By which rule of which program whom is granted what besides. */
  private record Granting(
      UUID program,
      String rule,
      UUID payee,
      RewardSlot besides,
      ZoneId zone,
      List<RewardClaim> claimed) {

    /** Whose other rewards say nothing more: the referral itself, and those that are claimed. */
    Set<UUID> knownReferrals() {
      Set<UUID> known = claimedReferrals();
      known.add(besides.referralId());
      return known;
    }

    Set<UUID> claimedReferrals() {
      return claimed.stream()
          .map(RewardClaim::referralId)
          .filter(referral -> !referral.equals(besides.referralId()))
          .collect(Collectors.toCollection(HashSet::new));
    }
  }

  private boolean stands(RewardSlot slot) {
    return rewards.ofSlot(slot).stream().anyMatch(reward -> reward.state().stands());
  }

  private @Nullable Integer count(
      Granting granting, IsoAmount per, Optional<Reward> standing, Instant at) {
    return standing
        .flatMap(
            reward ->
                Optional.ofNullable(archive.calculations(reward.id()).getLast().countInPeriod()))
        .orElseGet(
            () ->
                1
                    + granting.claimedReferrals().size()
                    + rewards.countReferralsBesides(
                        granting.knownReferrals(),
                        granting.program(),
                        granting.rule(),
                        granting.payee(),
                        per.subtractFrom(at, granting.zone())));
  }

  private Money value(
      Granting granting, IsoAmount per, Optional<Reward> standing, Instant at, Money worth) {
    return standing
        .flatMap(
            reward ->
                Optional.ofNullable(archive.calculations(reward.id()).getLast().valueInPeriod()))
        .map(kept -> kept.toMoney("valueInPeriod"))
        .orElseGet(
            () ->
                granting.claimed().stream()
                    .map(RewardClaim::dealWorth)
                    .filter(Objects::nonNull)
                    .reduce(worth, Money::plus)
                    .plus(
                        new Money(
                            rewards.sumOfDealsBesides(
                                granting.knownReferrals(),
                                granting.program(),
                                granting.rule(),
                                granting.payee(),
                                per.subtractFrom(at, granting.zone())),
                            worth.currency())));
  }

  private Money left(Granting granting, PeriodCap cap, Instant at) {
    List<Granted> others =
        new ArrayList<>(
            rewards.granted(
                granting.program(),
                granting.rule(),
                granting.payee(),
                granting.besides(),
                cap.per().subtractFrom(at, granting.zone())));
    granting.claimed().stream()
        .map(RewardClaim::promised)
        .filter(Objects::nonNull)
        .forEach(amount -> others.add(new Granted(clock.instant(), amount)));
    return new PeriodRoom(cap, granting.zone()).left(at, others);
  }
}
