package app.vouch.program;

import app.vouch.directory.PersonRef;
import app.vouch.platform.work.Command;
import app.vouch.shared.ExternalRef;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Enrols a person in a program, or updates the enrolment that they have.
 *
 * @param programId the default program when absent
 * @param kind OTHER when absent
 * @param code a code that the referrer can share; made when absent; compared without case
 */
@Schema(name = "EnrolReferrer")
@Input("EnrolReferrerInput")
public record EnrolReferrer(
    @Id @Nullable String programId,
    @NotNull @NonNull @Valid PersonRef person,
    @Nullable ReferrerKind kind,
    @Pattern(regexp = EnrolReferrer.CODE) @Nullable String code,
    @Size(max = 10) @Nullable List<@NotNull @Valid ExternalRef> externalRefs,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {
  static final String CODE = "[A-Za-z0-9][A-Za-z0-9-]{2,31}";

  public EnrolReferrer {}

  List<ExternalRef> refs() {
    return externalRefs == null ? List.of() : externalRefs;
  }
}
