package app.vouch.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Query parameters that take one of a few words. */
public final class Choices {

  /**
   * @param text null where the caller chose nothing
   * @throws Refusal.Invalid when there is no such word; it names all
   */
  public static <E extends Enum<E>> @Nullable E parse(
      Class<E> words, String pointer, @Nullable String text) {
    if (text == null) {
      return null;
    }
    List<E> choices = List.of(words.getEnumConstants());
    return choices.stream()
        .filter(choice -> choice.name().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new Refusal.Invalid(pointer, "unknown-value", "must be one of " + choices));
  }

  /**
   * @param text null where the caller chose nothing
   * @throws Refusal.Invalid when it is neither {@code true} nor {@code false}
   */
  public static @Nullable Boolean flag(String pointer, @Nullable String text) {
    if (text == null || text.equals("true") || text.equals("false")) {
      return text == null ? null : Boolean.valueOf(text);
    }
    throw new Refusal.Invalid(pointer, "malformed", "must be true or false");
  }

  private Choices() {}
}
