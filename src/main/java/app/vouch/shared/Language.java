package app.vouch.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages that pages and messages are written in. */
public enum Language {
  EN("English"),
  DE("Deutsch"),
  FR("Français");

  /** Longer headers come from no browser. */
  private static final int LONGEST_HEADER = 200;

  private final String ownName;

  Language(String ownName) {
    this.ownName = ownName;
  }

  /** BCP 47, such as {@code de}. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag());
  }

  /** What its speakers call it. */
  public String ownName() {
    return ownName;
  }

  /** The language of a tag such as {@code de} or {@code de-CH}. */
  public static Optional<Language> ofTag(@Nullable String tag) {
    return tag == null
        ? Optional.empty()
        : Arrays.stream(values())
            .filter(language -> language.tag().equals(Locale.forLanguageTag(tag).getLanguage()))
            .findFirst();
  }

  /** The first of ours that a header {@code Accept-Language} asks for. */
  public static Optional<Language> accepted(@Nullable String header) {
    if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
      return Optional.empty();
    }
    List<Locale.LanguageRange> wanted;
    try {
      wanted = Locale.LanguageRange.parse(header);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
    return wanted.stream()
        .filter(range -> range.getWeight() > 0)
        .flatMap(range -> ofTag(range.getRange()).stream())
        .findFirst();
  }
}
