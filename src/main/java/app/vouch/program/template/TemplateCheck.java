package app.vouch.program.template;

import app.vouch.shared.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a program's own words. */
public final class TemplateCheck {

  /**
   * @param pointer to the template, such as {@code /templates/0}
   * @return every fault; nothing when it can be rendered
   */
  public static List<FieldError> faults(
      String pointer, TemplateKind kind, @Nullable String subject, @Nullable String text) {
    List<FieldError> faults = new ArrayList<>();
    if (subject != null) {
      faults.addAll(faults(pointer + "/subject", kind, subject));
      if (subject.contains("\n") || subject.contains("\r")) {
        faults.add(new FieldError(pointer + "/subject", "malformed", "must be one line"));
      }
    }
    if (text != null) {
      List<FieldError> ofText = faults(pointer + "/text", kind, text);
      faults.addAll(ofText);
      if (ofText.isEmpty() && kind.needsLink() && !shows(text, TemplateVariable.LINK)) {
        faults.add(
            new FieldError(
                pointer + "/text", "missing-variable", "must use {link} outside of {#if}"));
      }
    }
    return List.copyOf(faults);
  }

  private static List<FieldError> faults(String pointer, TemplateKind kind, String source) {
    return SandboxedText.faults(source, kind.variables()).stream()
        .map(fault -> new FieldError(pointer, fault.code(), fault.message()))
        .toList();
  }

  private static boolean shows(String text, TemplateVariable variable) {
    return SandboxedText.of(text).alwaysShows(variable);
  }

  /**
   * The place of the first template that the prospect reads and that does not tell them of the
   * connector's reward.
   */
  public static Optional<String> undisclosed(List<MessageTemplate> templates) {
    for (int i = 0; i < templates.size(); i++) {
      String text = templates.get(i).text();
      if (templates.get(i).kind().reachesProspect()
          && text != null
          && !shows(text, TemplateVariable.DISCLOSURE)) {
        return Optional.of("/templates/" + i + "/text");
      }
    }
    return Optional.empty();
  }

  private TemplateCheck() {}
}
