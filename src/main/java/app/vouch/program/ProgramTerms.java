package app.vouch.program;

import app.vouch.shared.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a program's referrers agree to: a text, where one is found, or both.
 *
 * @param version names the wording, such as {@code 2026-11}; each is accepted once
 */
@Schema(name = "ProgramTerms")
@Name("ProgramTerms")
@Input("ProgramTermsInput")
public record ProgramTerms(
    @NotBlank @OneLine @Size(max = 40) String version,
    @Size(min = 1, max = 10_000) @Nullable String text,
    @Size(max = 500) @Pattern(regexp = "https://[^\\s<>\"]+") @Nullable String url) {

  public ProgramTerms {}
}
