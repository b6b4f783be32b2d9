package app.vouch.incentive.proof;

import app.vouch.platform.work.Command;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Verifies the books of the tenant, all of them. */
@Schema(name = "VerifyLedger")
@Input("VerifyLedgerInput")
public record VerifyLedger(
    @Nullable Boolean dryRun, @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {
  static final VerifyLedger PLAIN = new VerifyLedger(null, null);

  public VerifyLedger {}
}
