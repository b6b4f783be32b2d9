package app.vouch.directory;

import app.vouch.shared.Emails;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.Refusal;
import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/**
 * Which people are wanted; both are exact.
 *
 * @param email compared by its normal form
 * @param externalRef {@code system:instance:object:id}
 */
@Input("PersonFilter")
public record PersonFilter(@Nullable String email, @Nullable String externalRef) {
  /** Everybody. */
  public static final PersonFilter ALL = new PersonFilter(null, null);

  public PersonFilter {}

  /**
   * @throws Refusal.Invalid when it is no e-mail address
   */
  @Nullable String address() {
    if (email != null && !Emails.plausible(email)) {
      throw new Refusal.Invalid("/email", "malformed", "must be an e-mail address");
    }
    return email;
  }

  /**
   * @throws Refusal.Invalid when the reference has not four parts
   */
  List<ExternalRef> refs() {
    return ExternalRef.ofParameter(externalRef);
  }
}
