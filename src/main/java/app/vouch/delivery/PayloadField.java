package app.vouch.delivery;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One member of a body that an endpoint puts together itself: taken from the event, or always the
 * same text.
 *
 * @param to where it goes: names with dots between, such as {@code lead.id}
 * @param from where it comes from: a JSON pointer into the event, such as {@code
 *     /data/referral/id}; what is not there is left out
 * @param value a text, in place of {@code from}
 */
@Schema(name = "PayloadField")
@Name("PayloadField")
@Input("PayloadFieldInput")
public record PayloadField(
    @NotNull @NonNull @Size(max = 200) @Pattern(regexp = PayloadField.TO) String to,
    @Size(max = 200) @Pattern(regexp = PayloadField.FROM) @Nullable String from,
    @Size(max = 200) @Nullable String value) {
  static final String TO = "[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)*";
  static final String FROM = "(/([^/~]|~[01])+)+";

  public PayloadField {}
}
