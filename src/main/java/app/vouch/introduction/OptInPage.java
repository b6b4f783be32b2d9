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
 * @param tenant who reads what the party says in confidence
 * @param reason what was chosen before
 * @param note what was typed before
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
    String tenant,
    List<Reason> reasons,
    String reason,
    String note,
    @Nullable String hint) {

  /** Why somebody may say no, in the reader's language. */
  public record Reason(String code, String label) {}

  /**
   * @param tenant who reads what the party says in confidence
   */
  static OptInPage of(
      Wording wording,
      String nonce,
      OptInForm form,
      String tenant,
      IntroductionWords words,
      @Nullable String hint) {
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
        tenant,
        reasons(words),
        form.reason().map(Enum::name).orElse(""),
        form.note(),
        hint);
  }

  private static List<Reason> reasons(IntroductionWords words) {
    return Arrays.stream(OptInForm.Reason.values())
        .map(
            reason ->
                new Reason(
                    reason.name(),
                    switch (reason) {
                      case NOT_RELEVANT -> words.reasonNotRelevant();
                      case NO_TIME -> words.reasonNoTime();
                      case NOT_CLOSE -> words.reasonNotClose();
                      case OTHER -> words.reasonOther();
                    }))
        .toList();
  }

  /** The weeks that "not now" offers. */
  public List<Integer> offeredWeeks() {
    return Arrays.stream(OptInForm.Weeks.values()).map(OptInForm.Weeks::number).toList();
  }
}
