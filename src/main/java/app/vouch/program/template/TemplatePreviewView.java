package app.vouch.program.template;

import app.vouch.shared.Language;
import java.util.List;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A message made of sample values.
 *
 * @param variables the variables that the template uses
 * @param available the variables that it could use
 */
@Schema(name = "TemplatePreview")
@Name("TemplatePreview")
public record TemplatePreviewView(
    @NonNull TemplateKind kind,
    @NonNull Language language,
    @NonNull String subject,
    @NonNull String text,
    @NonNull List<@NonNull String> variables,
    @NonNull List<@NonNull String> available) {}
