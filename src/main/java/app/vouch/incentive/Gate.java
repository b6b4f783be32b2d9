package app.vouch.incentive;

import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a reward is asked before it is approved, and again before it can be paid. */
@Schema(name = "Gate")
@Name("Gate")
public enum Gate {
  /** What the payee gets in a rolling time, over all programs. */
  PAYEE_LIMIT,
  /** What the payee gets in a calendar year without a tax form, over all programs. */
  TAX_FORM,
  /** The sector of the prospect's organization. */
  SECTOR,
  /** The country of the prospect's organization, else of the prospect. */
  COUNTRY,
  /** Whether the payee is a public official. */
  PUBLIC_OFFICIAL,
  /** Whether the payee works where the prospect does. */
  SAME_ORGANIZATION,
  /** Whether the prospect had referred the referrer. */
  CIRCULAR
}
