package app.vouch.program;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How two versions of a program differ.
 *
 * @param id the version that is looked at
 * @param againstId the version that it is compared with, usually the one before
 * @param changes in the order of the document, what is gone last
 */
@Schema(name = "ProgramVersionDiff")
@Name("ProgramVersionDiff")
public record ProgramVersionDiffView(
    @Id @NonNull String id, @Id @NonNull String againstId, @NonNull List<@NonNull Change> changes) {

  /** What became of a setting. */
  @Schema(name = "SettingChangeKind")
  @Name("SettingChangeKind")
  public enum ChangeKind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * One difference.
   *
   * @param pointer where the setting stands (RFC 6901): of a REMOVED one in the version compared
   *     with, else in the version that is looked at
   * @param of of a reward rule its id, of a template its kind and language, of a brief its language
   * @param before as JSON; null where it was not there
   * @param after as JSON; null where it is not there
   */
  @Schema(name = "SettingChange")
  @Name("SettingChange")
  public record Change(
      @NonNull ChangeKind kind,
      @NonNull String pointer,
      @Nullable String of,
      @Nullable String before,
      @Nullable String after) {}
}
