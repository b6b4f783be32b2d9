package app.vouch.program;

import app.vouch.platform.http.MergePatch;
import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import app.vouch.shared.OneLine;
import app.vouch.shared.Texts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Renames a program or makes it the default; what is left out stays.
 *
 * @param version the version that the caller has read
 */
@Schema(hidden = true)
@Input("UpdateProgramInput")
public record UpdateProgram(
    @Id @NonNull @NotNull String id,
    int version,
    @Pattern(regexp = Texts.NOT_BLANK, message = "must not be blank") @OneLine @Size(max = 200)
        @Nullable String name,
    @Nullable Boolean defaultProgram,
    @Nullable String idempotencyKey)
    implements Command, OnResource {

  public UpdateProgram {}

  static UpdateProgram of(String id, int version, MergePatch<ProgramPatch> patch) {
    ProgramPatch fields = patch.removingOnly(name -> false).fields();
    return new UpdateProgram(id, version, fields.name(), fields.defaultProgram(), null);
  }

  /** The members of a program that a merge patch can change. */
  @Schema(name = "ProgramPatch")
  public record ProgramPatch(@Nullable String name, @Nullable Boolean defaultProgram) {}
}
