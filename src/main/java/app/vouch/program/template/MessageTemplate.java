package app.vouch.program.template;

import app.vouch.shared.Language;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A program's own words for a message in one language.
 *
 * @param subject ours when absent
 * @param text ours when absent
 */
@Schema(name = "MessageTemplate")
@Name("MessageTemplate")
@Input("MessageTemplateInput")
public record MessageTemplate(
    @NotNull TemplateKind kind,
    @NotNull Language language,
    @Size(min = 1, max = 200) @Nullable String subject,
    @Size(min = 1, max = 5000) @Nullable String text) {

  public MessageTemplate {}

  /** Whether the two are for the same message in the same language. */
  public boolean replaces(MessageTemplate other) {
    return kind == other.kind && language == other.language;
  }
}
