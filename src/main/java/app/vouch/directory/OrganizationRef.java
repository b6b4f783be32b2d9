package app.vouch.directory;

import app.vouch.shared.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An organization as people name it in passing; it is found by domain, else by name, else made.
 *
 * @param domain such as {@code acme.example}; compared without case
 */
@Schema(name = "OrganizationRef")
@Input("OrganizationRefInput")
public record OrganizationRef(
    @NotBlank @OneLine @Size(max = 200) String name,
    @Size(max = 253) @Pattern(regexp = UpsertOrganization.DOMAIN) @Nullable String domain) {

  public OrganizationRef {}

  public @Nullable String domainKey() {
    return domain == null ? null : domain.strip().toLowerCase(Locale.ROOT);
  }
}
