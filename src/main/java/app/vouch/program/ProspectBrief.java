package app.vouch.program;

import app.vouch.shared.Language;
import app.vouch.shared.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whom an introducer should think of, in one language: no more than fits on a page.
 *
 * @param idealProspect who they are, in two or three sentences
 * @param signals when to ask: what one sees or hears of them when the time is right
 * @param questions with which one finds out whether it fits
 * @param notFor whom it is not for
 * @param whatToSay words to begin with
 * @param benefit what is in it for the introducer
 * @param contact whom they can ask
 */
@Schema(name = "ProspectBrief")
@Name("ProspectBrief")
@Input("ProspectBriefInput")
public record ProspectBrief(
    @NotNull Language language,
    @NotBlank @Size(max = 600) String idealProspect,
    @Size(max = 6) @Nullable List<@NotBlank @Size(max = 200) String> signals,
    @Size(max = 6) @Nullable List<@NotBlank @Size(max = 200) String> questions,
    @Size(max = 6) @Nullable List<@NotBlank @Size(max = 200) String> notFor,
    @Size(min = 1, max = 600) @Nullable String whatToSay,
    @Size(min = 1, max = 400) @Nullable String benefit,
    @Size(min = 1, max = 200) @OneLine @Nullable String contact) {

  public ProspectBrief {}

  ProspectBrief complete() {
    return new ProspectBrief(
        language,
        idealProspect,
        all(signals),
        all(questions),
        all(notFor),
        whatToSay,
        benefit,
        contact);
  }

  private static List<String> all(@Nullable List<String> given) {
    return given == null ? List.of() : given;
  }
}
