package app.vouch.platform.work;

import app.vouch.platform.event.Fact;
import app.vouch.shared.IdType;
import java.util.List;

/**
 * What a dry run would have done, beside the resource itself.
 *
 * @param rewards those that would have been granted or changed
 */
public record Preview(List<PreviewedEvent> events, List<Object> rewards) {

  /** An event that would have been published. */
  public record PreviewedEvent(String type, String resourceType) {}

  static Preview of(List<Fact> facts) {
    return new Preview(
        facts.stream()
            .map(fact -> new PreviewedEvent(fact.type().text(), fact.resourceType().resourceName()))
            .toList(),
        facts.stream()
            .filter(fact -> fact.resourceType() == IdType.REWARD)
            .map(Fact::view)
            .toList());
  }
}
