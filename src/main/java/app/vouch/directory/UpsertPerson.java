package app.vouch.directory;

import app.vouch.platform.work.Command;
import app.vouch.shared.Emails;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.OneLine;
import app.vouch.shared.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Makes a person, or updates the one that has an external reference or the e-mail address. What is
 * left out stays.
 *
 * @param organization the organization by name or domain; or {@code organizationId}, not both
 * @param country where they live or work, such as {@code GB}; some programs write only to some
 *     countries
 */
@Schema(name = "UpsertPerson")
@Input("UpsertPersonInput")
public record UpsertPerson(
    @NotBlank @OneLine @Size(max = 200) String name,
    @Size(max = 320) @Pattern(regexp = Emails.PATTERN) @Nullable String email,
    @Size(min = 3, max = 40) @Nullable String phone,
    @Valid @Nullable OrganizationRef organization,
    @Id @Nullable String organizationId,
    @Pattern(regexp = Texts.COUNTRY) @Nullable String country,
    @Size(max = 10) @Nullable List<@NotNull @Valid ExternalRef> externalRefs,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {

  public UpsertPerson {}

  List<ExternalRef> refs() {
    return externalRefs == null ? List.of() : externalRefs;
  }
}
