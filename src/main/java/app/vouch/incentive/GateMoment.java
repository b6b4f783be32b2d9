package app.vouch.incentive;

import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When the gates are asked about a reward. */
@Schema(name = "GateMoment")
@Name("GateMoment")
public enum GateMoment {
  GRANT,
  /** Its amount changed. */
  ADJUST,
  /** It is about to become available. */
  MATURE,
  /** What stopped it may be gone. */
  RECHECK
}
