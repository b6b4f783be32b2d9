package app.vouch.program;

import app.vouch.platform.work.Command;
import app.vouch.shared.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Makes a program.
 *
 * @param family programs of one family share duplicates, claims and budgets; its own id when absent
 * @param defaultProgram whether it takes the referrals that name no program; when absent, only
 *     where the tenant has no default
 */
@Schema(name = "CreateProgram")
@Input("CreateProgramInput")
public record CreateProgram(
    @NotBlank @OneLine @Size(max = 200) String name,
    @Pattern(regexp = CreateProgram.FAMILY) @Nullable String family,
    @Nullable Boolean defaultProgram,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {
  /** A short name without blanks. */
  static final String FAMILY = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

  public CreateProgram {}
}
