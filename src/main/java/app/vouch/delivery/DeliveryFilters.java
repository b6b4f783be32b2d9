package app.vouch.delivery;

import app.vouch.shared.Refusal;
import app.vouch.shared.Texts;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the filters of delivery lists from query parameters. */
final class DeliveryFilters {

  /**
   * @throws Refusal.Invalid when the text is no state
   */
  static @Nullable DeliveryState state(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return Arrays.stream(DeliveryState.values())
        .filter(state -> state.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    "/state",
                    "unknown-value",
                    "is \"%s\"; it must be one of %s".formatted(Texts.excerpt(text), names())));
  }

  private static String names() {
    return Arrays.stream(DeliveryState.values()).map(Enum::name).collect(Collectors.joining(", "));
  }

  private DeliveryFilters() {}
}
