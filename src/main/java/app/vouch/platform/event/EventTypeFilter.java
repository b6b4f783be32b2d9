package app.vouch.platform.event;

import app.vouch.shared.FieldError;
import app.vouch.shared.Refusal;
import app.vouch.shared.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events somebody wants.
 *
 * @param patterns {@code referral.won}, {@code referral.*} or {@code *}
 */
public record EventTypeFilter(List<String> patterns) {
  private static final String ALL = "*";
  private static final String ALL_OF_NOUN = ".*";

  public static final EventTypeFilter EVERYTHING = new EventTypeFilter(List.of(ALL));

  public EventTypeFilter {
    patterns = List.copyOf(patterns);
  }

  /**
   * @param pointer where the patterns stand in the request
   * @throws Refusal.Invalid when a pattern names no event
   */
  public static EventTypeFilter parse(String pointer, List<String> patterns) {
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < patterns.size(); i++) {
      if (!isKnown(patterns.get(i))) {
        errors.add(
            new FieldError(
                pointer + '/' + i,
                "unknown-value",
                "is \"%s\"; it must be an event type of GET /v1/event-types, a noun and .*, or *"
                    .formatted(Texts.excerpt(patterns.get(i)))));
      }
    }
    if (!errors.isEmpty()) {
      throw new Refusal.Invalid(errors);
    }
    return new EventTypeFilter(patterns.stream().distinct().toList());
  }

  private static boolean isKnown(@Nullable String pattern) {
    return pattern != null
        && (pattern.equals(ALL)
            || EventType.of(pattern).isPresent()
            || (pattern.endsWith(ALL_OF_NOUN) && EventType.isNoun(noun(pattern))));
  }

  private static String noun(String pattern) {
    return pattern.substring(0, pattern.length() - ALL_OF_NOUN.length());
  }

  public boolean wants(EventType type) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, type.text()));
  }

  private static boolean matches(String pattern, String type) {
    return pattern.equals(ALL)
        || pattern.equals(type)
        || (pattern.endsWith(ALL_OF_NOUN)
            && type.startsWith(pattern.substring(0, pattern.length() - 1)));
  }

  /** The types of the list that are wanted; what an index can look for. */
  List<String> types() {
    return Arrays.stream(EventType.values()).filter(this::wants).map(EventType::text).toList();
  }

  boolean wantsEverything() {
    return patterns.contains(ALL);
  }
}
