package app.vouch.incentive;

import app.vouch.platform.work.Command;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Puts rewards of one payee in one currency together, to be paid.
 *
 * @param rewardIds absent for all that are available, and for arrears
 * @param adapter what moves the money: {@code manual} when absent, {@code bank-file} or {@code
 *     external}
 */
@Schema(name = "CreatePayout")
@Input("CreatePayoutInput")
public record CreatePayout(
    @NotNull @Id String payeeId,
    @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
    @Size(min = 1, max = 200) @Id @Nullable List<@NotNull String> rewardIds,
    @Size(max = 20) @Nullable String adapter,
    @Nullable Boolean dryRun,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {
  public CreatePayout {}
}
