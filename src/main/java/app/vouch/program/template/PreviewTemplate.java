package app.vouch.program.template;

import app.vouch.shared.Language;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a template makes of sample values.
 *
 * @param language the tenant's default when absent
 * @param subject ours when absent
 * @param text ours when absent
 */
@Schema(name = "PreviewTemplate")
@Input("PreviewTemplateInput")
public record PreviewTemplate(
    @NotNull TemplateKind kind,
    @Nullable Language language,
    @Size(min = 1, max = 200) @Nullable String subject,
    @Size(min = 1, max = 5000) @Nullable String text) {

  public PreviewTemplate {}
}
