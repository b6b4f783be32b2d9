package app.vouch.attribution;

import app.vouch.attribution.AttributionExplanation.TouchpointLine;
import app.vouch.attribution.AttributionExplanation.Window;
import app.vouch.attribution.AttributionInputs.Candidate;
import app.vouch.attribution.AttributionInputs.Policy;
import app.vouch.attribution.AttributionInputs.Touch;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts what was frozen into words. */
@ApplicationScoped
class AttributionExplainer {
  private final AttributionArchive archive;

  AttributionExplainer(AttributionArchive archive) {
    this.archive = archive;
  }

  AttributionExplanation explain(FrozenAttribution frozen, AttributionView view) {
    AttributionInputs inputs = archive.inputs(frozen);
    Policy policy = inputs.policy();
    return new AttributionExplanation(
        view.id(),
        view.version(),
        view.cause(),
        view.model(),
        view.modelVersion(),
        view.model() == null ? null : ModelRules.words(view.model()),
        choice(inputs, policy),
        policy == null ? null : new Window(policy.lookBack(), policy.from(), policy.until()),
        lines(inputs, archive.outcome(frozen).touchpoints()),
        view.credits(),
        new String(frozen.inputs(), StandardCharsets.UTF_8),
        view.inputsHash());
  }

  private static String choice(AttributionInputs inputs, @Nullable Policy policy) {
    if (!inputs.won()) {
      return "the deal is not won, so nobody is credited";
    }
    if (policy == null) {
      return "no referral of the deal may be credited, so no program's model applies";
    }
    long versions =
        inputs.referrals().stream()
            .filter(Candidate::live)
            .map(Candidate::programVersionId)
            .distinct()
            .count();
    return versions == 1
        ? "%s is the version pinned on the referral %s"
            .formatted(policy.programVersionId(), policy.chosenFor())
        : "the referrals have %d program versions; %s is that of the earliest, %s"
            .formatted(versions, policy.programVersionId(), policy.chosenFor());
  }

  private static List<TouchpointLine> lines(
      AttributionInputs inputs, List<AttributionArchive.Line> lines) {
    Map<String, Touch> touches = new HashMap<>();
    inputs.touchpoints().forEach(t -> touches.put(t.id(), t));
    return lines.stream()
        .map(line -> line(Objects.requireNonNull(touches.get(line.touchpointId())), line))
        .toList();
  }

  private static TouchpointLine line(Touch touch, AttributionArchive.Line line) {
    return new TouchpointLine(
        touch.id(),
        touch.referralId(),
        touch.source(),
        touch.occurredAt(),
        line.verdict().counts(),
        line.verdict(),
        line.verdict().words(),
        line.share());
  }
}
