package app.vouch.attribution;

import app.vouch.attribution.AttributionInputs.Candidate;
import app.vouch.attribution.AttributionInputs.Policy;
import app.vouch.attribution.AttributionInputs.Touch;
import app.vouch.shared.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the inputs, and from nothing else.
 *
 * @param touches every touchpoint in order, with its share or why it was left out
 * @param credits one per referral that has a share; they sum to the deal's amount
 */
record AttributionResult(List<Judged> touches, List<Credited> credits) {
  private static final Comparator<Touch> ORDER =
      Comparator.comparing(Touch::occurredAt).thenComparing(Touch::source).thenComparing(Touch::id);

  /** A touchpoint and what became of it. */
  record Judged(Touch touch, TouchpointVerdict verdict, Share share) {}

  /** A referral's part. */
  record Credited(Candidate referral, Share share, Money amount) {}

  static AttributionResult of(AttributionInputs inputs) {
    Policy policy = inputs.policy();
    List<Touch> ordered = inputs.touchpoints().stream().sorted(ORDER).toList();
    Set<String> live = new HashSet<>();
    inputs.referrals().stream().filter(Candidate::live).forEach(r -> live.add(r.id()));
    List<Touch> counting = ordered.stream().filter(t -> verdict(t, policy, live).counts()).toList();
    List<Share> shares =
        policy == null || counting.isEmpty()
            ? List.of()
            : ModelRules.shares(policy.model(), counting.size());
    List<Judged> judged = new ArrayList<>();
    for (Touch touch : ordered) {
      int place = counting.indexOf(touch);
      judged.add(judge(touch, verdict(touch, policy, live), place < 0 ? null : shares.get(place)));
    }
    return new AttributionResult(List.copyOf(judged), credits(inputs, judged));
  }

  private static TouchpointVerdict verdict(Touch touch, @Nullable Policy policy, Set<String> live) {
    if (policy == null || !live.contains(touch.referralId())) {
      return TouchpointVerdict.REFERRAL_NOT_LIVE;
    }
    if (!policy.sources().contains(touch.source())) {
      return TouchpointVerdict.SOURCE_NOT_COUNTED;
    }
    if (touch.occurredAt().isBefore(policy.from())) {
      return TouchpointVerdict.BEFORE_LOOK_BACK;
    }
    return touch.occurredAt().isBefore(policy.until())
        ? TouchpointVerdict.CREDITED
        : TouchpointVerdict.AFTER_CLOSE;
  }

  private static Judged judge(Touch touch, TouchpointVerdict verdict, @Nullable Share share) {
    if (share == null) {
      return new Judged(touch, verdict, Share.NONE);
    }
    return share.isNone()
        ? new Judged(touch, TouchpointVerdict.WITHOUT_SHARE, share)
        : new Judged(touch, verdict, share);
  }

  /** One per referral, in the order of their first touchpoints. */
  private static List<Credited> credits(AttributionInputs inputs, List<Judged> judged) {
    Map<String, Share> byReferral = new LinkedHashMap<>();
    judged.stream()
        .filter(j -> !j.share().isNone())
        .forEach(j -> byReferral.merge(j.touch().referralId(), j.share(), Share::plus));
    if (byReferral.isEmpty()) {
      return List.of();
    }
    List<Share> shares = List.copyOf(byReferral.values());
    List<BigInteger> weights = Share.weights(shares);
    List<Money> amounts = whole(inputs).split(weights);
    List<Credited> credits = new ArrayList<>();
    for (String id : byReferral.keySet()) {
      int place = credits.size();
      credits.add(new Credited(candidate(inputs, id), shares.get(place), amounts.get(place)));
    }
    return List.copyOf(credits);
  }

  private static Candidate candidate(AttributionInputs inputs, String id) {
    return inputs.referrals().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
  }

  private static Money whole(AttributionInputs inputs) {
    if (inputs.amount() != null) {
      return inputs.amount().toMoney("/amount");
    }
    Policy policy = inputs.policy();
    if (policy == null) {
      throw new IllegalStateException("shares without a policy");
    }
    return Money.ofMinor(0, policy.currency());
  }
}
