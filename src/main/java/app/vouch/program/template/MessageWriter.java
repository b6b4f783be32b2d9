package app.vouch.program.template;

import app.vouch.shared.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes messages: in the program's own words where it has some, else in ours. */
public final class MessageWriter {

  /** A message that can be sent, in plain text. */
  public record Written(String subject, String text) {
    /** With a last paragraph that no template leaves out. */
    public Written with(String paragraph) {
      return new Written(subject, text + "\n\n" + paragraph);
    }
  }

  /**
   * @param own the program's templates
   * @param values of all variables of that kind
   */
  public static Written write(
      TemplateKind kind,
      Language language,
      List<MessageTemplate> own,
      Map<TemplateVariable, String> values) {
    return write(template(kind, language, own), values);
  }

  static Written write(DefaultTemplates.Text template, Map<TemplateVariable, String> values) {
    String subject = SandboxedText.of(template.subject()).render(values);
    String text = SandboxedText.of(template.text()).render(values);
    return new Written(
        subject.replaceAll("\\s+", " ").strip(), text.replaceAll("\n{3,}", "\n\n").strip());
  }

  static DefaultTemplates.Text template(
      TemplateKind kind, Language language, List<MessageTemplate> own) {
    Optional<MessageTemplate> chosen =
        own.stream().filter(t -> t.kind() == kind && t.language() == language).findFirst();
    DefaultTemplates.Text ours = DefaultTemplates.of(kind, language);
    return new DefaultTemplates.Text(
        or(chosen, MessageTemplate::subject, ours.subject()),
        or(chosen, MessageTemplate::text, ours.text()));
  }

  private static String or(
      Optional<MessageTemplate> chosen, Function<MessageTemplate, String> part, String ours) {
    return chosen.map(part).orElse(ours);
  }

  private MessageWriter() {}
}
