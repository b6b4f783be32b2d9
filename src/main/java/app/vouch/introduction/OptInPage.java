package app.vouch.introduction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the opt-in page shows.
 *
 * @param choice what was chosen before, so that it is kept
 * @param hint what to do when the page is shown again
 */
public record OptInPage(
    String tenant,
    String title,
    List<String> opening,
    String subject,
    List<String> context,
    List<String> terms,
    String nonce,
    String choice,
    int weeks,
    @Nullable String hint) {

  static OptInPage of(
      String tenant, Wording wording, String nonce, OptInForm form, @Nullable String hint) {
    return new OptInPage(
        tenant,
        wording.title(),
        wording.opening(),
        wording.subject(),
        wording.context().lines().filter(line -> !line.isBlank()).toList(),
        wording.terms(),
        nonce,
        form.choice().map(Enum::name).orElse(""),
        form.weeks().number(),
        hint);
  }
}
