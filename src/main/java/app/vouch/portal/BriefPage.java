package app.vouch.portal;

import app.vouch.program.ProspectBrief;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a referrer should think of.
 *
 * @param back the referrer's own page
 */
public record BriefPage(String tenant, ProspectBrief brief, List<Part> parts, String back) {

  /**
   * A heading and what is below it: one text, or a list.
   *
   * @param text null where there is a list
   */
  public record Part(String heading, @Nullable String text, List<String> items) {}

  static BriefPage of(String tenant, ProspectBrief brief, PortalWords words, String back) {
    List<Part> all =
        List.of(
            list(words.briefSignals(), brief.signals()),
            list(words.briefQuestions(), brief.questions()),
            list(words.briefNotFor(), brief.notFor()),
            text(words.briefSay(), brief.whatToSay()),
            text(words.briefBenefit(), brief.benefit()),
            text(words.briefContact(), brief.contact()));
    return new BriefPage(
        tenant,
        brief,
        all.stream().filter(part -> part.text() != null || !part.items().isEmpty()).toList(),
        back);
  }

  private static Part text(String heading, @Nullable String text) {
    return new Part(heading, text, List.of());
  }

  private static Part list(String heading, @Nullable List<String> items) {
    return new Part(heading, null, items == null ? List.of() : items);
  }
}
