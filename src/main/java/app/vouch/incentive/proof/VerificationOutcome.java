package app.vouch.incentive.proof;

import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a verification found. */
@Schema(name = "LedgerVerificationOutcome")
@Name("LedgerVerificationOutcome")
public enum VerificationOutcome {
  SOUND,
  FAULTY
}
