package app.vouch.delivery;

import app.vouch.shared.FieldError;
import app.vouch.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the filters that callers give. */
final class EventFilters {

  /**
   * Null when it lets everything through.
   *
   * @throws Refusal.Invalid when an operator has too few or too many values
   */
  static @Nullable EventFilter parse(@Nullable EventFilter given) {
    if (given == null || given.anyOf().isEmpty()) {
      return null;
    }
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < given.anyOf().size(); i++) {
      List<EventCondition> all = given.anyOf().get(i).allOf();
      for (int j = 0; j < all.size(); j++) {
        all.get(j).fault("/eventFilter/anyOf/%d/allOf/%d".formatted(i, j)).ifPresent(errors::add);
      }
    }
    if (!errors.isEmpty()) {
      throw new Refusal.Invalid(errors);
    }
    return given;
  }

  private EventFilters() {}
}
