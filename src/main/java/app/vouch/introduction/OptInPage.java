package app.vouch.introduction;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the opt-in page shows.
 *
 * @param choice what was chosen before, so that it is kept
 * @param asksAddress whether a yes needs the reader's address
 * @param email what was typed before, so that it is kept
 * @param hint what to do when the page is shown again
 */
public record OptInPage(
    String title,
    List<String> opening,
    String subject,
    List<String> context,
    List<String> terms,
    String nonce,
    String choice,
    int weeks,
    boolean asksAddress,
    String email,
    @Nullable String hint) {

  static OptInPage of(Wording wording, String nonce, OptInForm form, @Nullable String hint) {
    return new OptInPage(
        wording.title(),
        wording.opening(),
        wording.subject(),
        wording.context().lines().filter(line -> !line.isBlank()).toList(),
        wording.terms(),
        nonce,
        form.choice().map(Enum::name).orElse(""),
        form.weeks().number(),
        wording.asksAddress(),
        wording.asksAddress() ? form.email() : "",
        hint);
  }

  /** The weeks that "not now" offers. */
  public List<Integer> offeredWeeks() {
    return Arrays.stream(OptInForm.Weeks.values()).map(OptInForm.Weeks::number).toList();
  }
}
