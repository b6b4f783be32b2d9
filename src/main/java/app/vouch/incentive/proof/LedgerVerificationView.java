package app.vouch.incentive.proof;

import app.vouch.platform.work.Versioned;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A verification of the books, as callers see it.
 *
 * @param jobId the job that does it: how far it is, and why it failed if it could not go on
 * @param outcome null while it is under way
 * @param checked what was gone through, in order; up to the fault where there is one
 * @param unsealed entries that waited to be sealed when it ended, a whole number
 * @param fault the first that was found
 */
@Schema(name = "LedgerVerification")
@Name("LedgerVerification")
public record LedgerVerificationView(
    @Id @NonNull String id,
    @Id @NonNull String jobId,
    @Nullable VerificationOutcome outcome,
    @NonNull List<@NonNull Checked> checked,
    @NonNull String unsealed,
    @Nullable FaultView fault,
    int version,
    @NonNull Instant createdAt,
    @Nullable Instant finishedAt)
    implements Versioned {

  /**
   * Rows that a check went through.
   *
   * @param rows a whole number
   */
  @Schema(name = "LedgerChecked")
  @Name("LedgerChecked")
  public record Checked(@NonNull CheckKind check, @NonNull String rows) {}

  /**
   * A row that is not what the others say it must be.
   *
   * @param entryId the entry that it belongs to, where it belongs to one
   * @param resourceId the entry, account, reward, payout, head or tenant
   */
  @Schema(name = "LedgerFault")
  @Name("LedgerFault")
  public record FaultView(
      @NonNull CheckKind check,
      @Id @Nullable String entryId,
      @Id @NonNull String resourceId,
      @NonNull String detail) {}
}
