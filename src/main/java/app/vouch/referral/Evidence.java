package app.vouch.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What shows that a referral was made.
 *
 * @param text the words, or where they can be read
 */
@Schema(name = "Evidence")
@Name("Evidence")
@Input("EvidenceInput")
public record Evidence(@NotNull EvidenceKind kind, @NotBlank @Size(max = 2000) String text) {

  public Evidence {}

  Evidence withText(UnaryOperator<String> change) {
    return new Evidence(kind, change.apply(text));
  }

  /** What the text is. */
  public enum EvidenceKind {
    TEXT,
    URL,
    MESSAGE_ID
  }
}
