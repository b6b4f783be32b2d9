package app.vouch.portal;

import app.vouch.program.ReferrerRef;
import app.vouch.referral.CaptureReferral;
import app.vouch.referral.CaptureReferral.Prospect;
import app.vouch.referral.CaptureReferral.ProspectOrganization;
import app.vouch.referral.ReferralSource;
import app.vouch.shared.Emails;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came back from the form, as it was typed.
 *
 * @param terms the version whose box was ticked
 */
public record ReferralForm(
    String name,
    String email,
    String organization,
    String reason,
    @Nullable String terms,
    @Nullable String nonce) {
  private static final int NAME_LENGTH = 200;
  private static final int EMAIL_LENGTH = 320;
  private static final int REASON_LENGTH = 2000;

  /** The fields, in their order on the page. */
  enum Field {
    NAME,
    EMAIL,
    ORGANIZATION,
    REASON,
    TERMS
  }

  static ReferralForm of(
      @Nullable String name,
      @Nullable String email,
      @Nullable String organization,
      @Nullable String reason,
      @Nullable String terms,
      @Nullable String nonce) {
    return new ReferralForm(
        text(name), text(email), text(organization), text(reason), terms, nonce);
  }

  static ReferralForm empty() {
    return of(null, null, null, null, null, null);
  }

  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent.strip();
  }

  ReferralForm withoutNonce() {
    return new ReferralForm(name, email, organization, reason, terms, null);
  }

  /**
   * What is wrong with each field.
   *
   * @param due the terms that must be accepted; null where there are none
   */
  Map<Field, String> errors(PortalWords words, @Nullable TermsPart due) {
    Map<Field, String> errors = new EnumMap<>(Field.class);
    required(errors, Field.NAME, name, NAME_LENGTH, words.nameMissing(), words);
    required(errors, Field.ORGANIZATION, organization, NAME_LENGTH, words.orgMissing(), words);
    if (email.length() > EMAIL_LENGTH || !Emails.plausible(email)) {
      errors.put(Field.EMAIL, words.emailWrong());
    }
    if (due != null && !due.version().equals(terms)) {
      errors.put(Field.TERMS, words.termsMissing());
    }
    if (reason.length() > REASON_LENGTH) {
      errors.put(Field.REASON, words.tooLong(REASON_LENGTH));
    }
    return errors;
  }

  private static void required(
      Map<Field, String> errors,
      Field field,
      String value,
      int most,
      String missing,
      PortalWords words) {
    if (value.isBlank()) {
      errors.put(field, missing);
    } else if (value.length() > most) {
      errors.put(field, words.tooLong(most));
    }
  }

  /**
   * @param idempotencyKey the same for the same page, so that it counts once
   */
  CaptureReferral command(String referrerId, String programId, String idempotencyKey) {
    return new CaptureReferral(
        new Prospect(name, email, new ProspectOrganization(organization, null), null),
        ReferrerRef.ofId(referrerId),
        programId,
        ReferralSource.FORM,
        null,
        null,
        reason.isEmpty() ? null : reason,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        idempotencyKey);
  }
}
