package app.vouch.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Conditions that have to hold together. */
@Schema(name = "EventAlternative")
@Name("EventAlternative")
@Input("EventAlternativeInput")
public record EventAlternative(
    @NotNull @NonNull @Size(min = 1, max = 10)
        List<@NotNull @NonNull @Valid EventCondition> allOf) {

  public EventAlternative {}

  boolean holds(JsonNode event) {
    return allOf.stream().allMatch(condition -> condition.holds(event));
  }
}
