package app.vouch.portal;

import app.vouch.program.ProgramTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The program's terms on a page of a referrer who has yet to accept them.
 *
 * @param agreement what the referrer says by ticking the box
 * @param error what is wrong, where they did not
 */
public record TermsPart(
    String version,
    List<String> paragraphs,
    @Nullable String url,
    String agreement,
    @Nullable String error) {

  static TermsPart of(ProgramTerms terms, String tenant, PortalWords words) {
    String text = terms.text();
    return new TermsPart(
        terms.version(),
        text == null ? List.of() : text.lines().filter(line -> !line.isBlank()).toList(),
        terms.url(),
        words.termsAgree(tenant, terms.version()),
        null);
  }

  TermsPart withError(@Nullable String fault) {
    return new TermsPart(version, paragraphs, url, agreement, fault);
  }

  /** All that was shown, for the record. */
  String wording() {
    StringBuilder all = new StringBuilder();
    paragraphs.forEach(paragraph -> all.append(paragraph).append("\n\n"));
    if (url != null) {
      all.append(url).append("\n\n");
    }
    return all.append(agreement).toString();
  }
}
