package app.vouch.directory;

import app.vouch.platform.work.Command;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Removes what is kept of a person, as a job. It cannot be undone. */
@Schema(name = "ErasePerson")
@Input("ErasePersonInput")
public record ErasePerson(
    @Schema(hidden = true) @Id @NonNull String id,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {
  public ErasePerson {}
}
