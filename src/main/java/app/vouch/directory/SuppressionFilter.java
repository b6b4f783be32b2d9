package app.vouch.directory;

import app.vouch.shared.Emails;
import app.vouch.shared.Refusal;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/**
 * Which suppressions are wanted; what is left out is any.
 *
 * @param active true: those that count; false: those that were lifted
 */
@Input("SuppressionFilter")
public record SuppressionFilter(@Nullable String email, @Nullable Boolean active) {
  /** Every suppression. */
  public static final SuppressionFilter ALL = new SuppressionFilter(null, null);

  public SuppressionFilter {}

  /**
   * From query parameters.
   *
   * @throws Refusal.Invalid when {@code active} is neither true nor false
   */
  static SuppressionFilter parse(@Nullable String email, @Nullable String active) {
    if (active != null && !active.equals("true") && !active.equals("false")) {
      throw new Refusal.Invalid("/active", "unknown-value", "must be true or false");
    }
    return new SuppressionFilter(email, active == null ? null : Boolean.valueOf(active));
  }

  /**
   * @throws Refusal.Invalid when it is no address
   */
  @Nullable String address() {
    if (email != null && !Emails.plausible(email)) {
      throw new Refusal.Invalid("/email", "malformed", "must be an e-mail address");
    }
    return email;
  }
}
