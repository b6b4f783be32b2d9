package app.vouch.directory;

import app.vouch.platform.work.Command;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.OneLine;
import app.vouch.shared.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Makes an organization, or updates the one that has an external reference or the domain.
 *
 * @param domain such as {@code acme.example}; compared without case
 * @param sector what it does, in your words; gates of programs compare it without case
 * @param country where it has its seat, such as {@code GB}; gates of programs compare it
 */
@Schema(name = "UpsertOrganization")
@Input("UpsertOrganizationInput")
public record UpsertOrganization(
    @NotBlank @OneLine @Size(max = 200) String name,
    @Size(max = 253) @Pattern(regexp = UpsertOrganization.DOMAIN) @Nullable String domain,
    @OneLine @Size(min = 1, max = 60) @Nullable String sector,
    @Pattern(regexp = Texts.COUNTRY) @Nullable String country,
    @Size(max = 10) @Nullable List<@NotNull @Valid ExternalRef> externalRefs,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {
  /** A host name with at least one dot. */
  public static final String DOMAIN =
      "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}";

  public UpsertOrganization {}

  @Nullable String domainKey() {
    return domain == null ? null : domain.strip().toLowerCase(Locale.ROOT);
  }

  List<ExternalRef> refs() {
    return externalRefs == null ? List.of() : externalRefs;
  }
}
