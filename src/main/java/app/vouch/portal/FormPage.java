package app.vouch.portal;

import app.vouch.portal.ReferralForm.Field;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the form shows.
 *
 * @param brief where the referrer reads whom to think of; null where there is no such page
 * @param fields with what was typed
 * @param terms that the referrer has yet to accept; null where there are none
 * @param ticked whether they did, on the page that was sent
 * @param hint what to do when the page is shown again; null at first
 */
public record FormPage(
    String tenant,
    @Nullable String brief,
    String nonce,
    List<Input> fields,
    @Nullable String hint,
    List<Input> faulty,
    @Nullable TermsPart terms,
    boolean ticked) {

  /** Whether anything must be corrected. */
  public boolean anyFaulty() {
    return !faulty.isEmpty() || (terms != null && terms.error() != null);
  }

  /**
   * One field.
   *
   * @param id in the page, and its name in what is sent
   * @param type of the HTML input; {@code textarea} for longer texts
   * @param hint says more than the label
   * @param error what is wrong with its value
   */
  public record Input(
      String id,
      String type,
      String label,
      @Nullable String hint,
      boolean required,
      int length,
      String value,
      @Nullable String error) {

    /** The ids of what describes it. */
    public @Nullable String describedBy() {
      if (error == null) {
        return hint == null ? null : id + "-hint";
      }
      return hint == null ? id + "-error" : id + "-hint " + id + "-error";
    }
  }

  static FormPage of(
      String tenant,
      @Nullable String brief,
      String nonce,
      ReferralForm form,
      PortalWords words,
      Map<Field, String> errors,
      @Nullable TermsPart terms,
      @Nullable String hint) {
    List<Input> fields =
        List.of(
            new Input(
                "name", "text", words.name(), null, true, 200, form.name(), errors.get(Field.NAME)),
            new Input(
                "email",
                "email",
                words.email(),
                words.emailHint(),
                true,
                320,
                form.email(),
                errors.get(Field.EMAIL)),
            new Input(
                "organization",
                "text",
                words.organization(),
                null,
                true,
                200,
                form.organization(),
                errors.get(Field.ORGANIZATION)),
            new Input(
                "reason",
                "textarea",
                words.reason(),
                words.reasonHint(),
                false,
                2000,
                form.reason(),
                errors.get(Field.REASON)));
    return new FormPage(
        tenant,
        brief,
        nonce,
        fields,
        hint,
        fields.stream().filter(field -> field.error() != null).toList(),
        terms == null ? null : terms.withError(errors.get(Field.TERMS)),
        terms != null && terms.version().equals(form.terms()));
  }
}
