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

/**
 * Which events somebody wants, by what is in them. Every condition can be negated, so any
 * combination can be written as alternatives.
 *
 * @param anyOf at least one has to hold; none at all lets everything through
 */
@Schema(name = "EventFilter")
@Name("EventFilter")
@Input("EventFilterInput")
public record EventFilter(
    @NotNull @NonNull @Size(max = 10) List<@NotNull @NonNull @Valid EventAlternative> anyOf) {

  public EventFilter {}

  boolean wants(JsonNode event) {
    return anyOf.isEmpty() || anyOf.stream().anyMatch(alternative -> alternative.holds(event));
  }
}
