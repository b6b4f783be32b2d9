package app.vouch.incentive;

import app.vouch.platform.work.Command;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Says that a payee has handed in or declared something.
 *
 * @param payeeId the person
 * @param kind UPPER_SNAKE, as the program's gates name it; {@code PUBLIC_OFFICIAL} says that the
 *     payee is one
 * @param reference where the paper is kept
 * @param validFrom now, when absent
 * @param expiresAt never, when absent
 */
@Schema(name = "RecordPayeeDocument")
@Input("RecordPayeeDocumentInput")
public record RecordPayeeDocument(
    @Id @NonNull @NotNull String payeeId,
    @NotNull @Pattern(regexp = "[A-Z][A-Z_]{0,39}") String kind,
    @NotBlank @Size(max = 500) String reference,
    @Nullable Instant validFrom,
    @Nullable Instant expiresAt,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {
  public RecordPayeeDocument {}
}
