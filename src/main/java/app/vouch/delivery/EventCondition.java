package app.vouch.delivery;

import app.vouch.shared.FieldError;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one member of an event. Of a list, it is enough that one of its members fulfils
 * it. What is not there fulfils no condition but a negated one.
 *
 * @param path members from the event's top, with dots between, such as {@code
 *     data.deal.amount.amount}
 * @param values texts, numbers or {@code true} and {@code false}, all written as text; numbers are
 *     compared as numbers
 * @param negated whether it has to be unfulfilled; false when absent
 */
@Schema(name = "EventCondition")
@Name("EventCondition")
@Input("EventConditionInput")
public record EventCondition(
    @NotNull @NonNull @Size(max = 200) @Pattern(regexp = EventCondition.PATH) String path,
    @NotNull @NonNull EventOperator operator,
    @Size(max = 50) @Nullable List<@NotNull @NonNull @Size(max = 200) String> values,
    @Nullable Boolean negated) {
  static final String PATH = "[A-Za-z][A-Za-z0-9_]*([.][A-Za-z0-9_]+)*";

  public EventCondition {}

  boolean holds(JsonNode event) {
    List<JsonNode> found = new ArrayList<>();
    collect(event, path.split("[.]", -1), 0, found);
    return found.stream().anyMatch(this::isFulfilledBy) != Boolean.TRUE.equals(negated);
  }

  private static void collect(JsonNode at, String[] names, int next, List<JsonNode> found) {
    if (at.isArray()) {
      at.forEach(member -> collect(member, names, next, found));
    } else if (next < names.length) {
      collect(at.path(names[next]), names, next + 1, found);
    } else if (!at.isMissingNode() && !at.isNull()) {
      found.add(at);
    }
  }

  private boolean isFulfilledBy(JsonNode member) {
    if (operator == EventOperator.EXISTS) {
      return true;
    }
    return member.isValueNode() && given().stream().anyMatch(value -> compare(member, value));
  }

  private boolean compare(JsonNode member, String value) {
    String text = member.asText();
    return switch (operator) {
      case IN -> order(text, value) == 0;
      case GREATER_THAN -> isComparable(member, value) && order(text, value) > 0;
      case LESS_THAN -> isComparable(member, value) && order(text, value) < 0;
      case STARTS_WITH -> text.startsWith(value);
      case EXISTS -> true;
    };
  }

  /** A number comes neither before nor after what is none. */
  private static boolean isComparable(JsonNode member, String value) {
    return !member.isNumber() || number(value).isPresent();
  }

  private static int order(String text, String value) {
    Optional<BigDecimal> left = number(text);
    Optional<BigDecimal> right = number(value);
    return left.isPresent() && right.isPresent()
        ? left.get().compareTo(right.get())
        : text.compareTo(value);
  }

  /** Plain decimals only: an exponent could make a number of any length. */
  private static Optional<BigDecimal> number(String text) {
    return text.matches("-?[0-9]{1,30}([.][0-9]{1,30})?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  private List<String> given() {
    return values == null ? List.of() : values;
  }

  /** What is wrong with the number of values; empty when nothing is. */
  Optional<FieldError> fault(String pointer) {
    int least = operator == EventOperator.EXISTS ? 0 : 1;
    int most =
        switch (operator) {
          case EXISTS -> 0;
          case GREATER_THAN, LESS_THAN -> 1;
          case IN, STARTS_WITH -> 50;
        };
    int size = given().size();
    return size >= least && size <= most
        ? Optional.empty()
        : Optional.of(
            new FieldError(
                pointer + "/values",
                "wrong-number",
                "has %d members; %s takes %s"
                    .formatted(size, operator, least == most ? least : least + " to " + most)));
  }
}
