package app.vouch.portal;

/**
 * What became of a referral that was sent by form.
 *
 * @param again where the next one can be made
 */
public record OutcomePage(String title, String text, String again) {}
