package app.vouch.program.template;

import app.vouch.shared.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Our own words: {@code message-templates/<language>/<kind>.txt}, the subject on the first line,
 * the text after an empty one.
 */
final class DefaultTemplates {

  /** A message's words. */
  record Text(String subject, String text) {}

  private static final Map<Language, Map<TemplateKind, Text>> ALL = read();

  static Text of(TemplateKind kind, Language language) {
    return Objects.requireNonNull(Objects.requireNonNull(ALL.get(language)).get(kind));
  }

  private static Map<Language, Map<TemplateKind, Text>> read() {
    Map<Language, Map<TemplateKind, Text>> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Map<TemplateKind, Text> texts = new EnumMap<>(TemplateKind.class);
      for (TemplateKind kind : TemplateKind.values()) {
        texts.put(kind, read("/message-templates/" + language.tag() + '/' + kind.file() + ".txt"));
      }
      all.put(language, texts);
    }
    return all;
  }

  private static Text read(String file) {
    try (InputStream in = DefaultTemplates.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its own file " + file);
      }
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int end = all.indexOf("\n\n");
      return new Text(all.substring(0, end), all.substring(end).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DefaultTemplates() {}
}
