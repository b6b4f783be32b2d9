package app.vouch.incentive;

import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a gate says to a reward. */
@Schema(name = "GateAnswer")
@Name("GateAnswer")
public enum GateAnswer {
  PASSED,
  /** It waits until the cause is gone, or a person has decided. */
  HELD,
  DENIED
}
