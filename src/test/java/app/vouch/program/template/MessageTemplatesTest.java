package app.vouch.program.template;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.shared.FieldError;
import app.vouch.shared.Language;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of message, in every language: in our words, and in a program's own. */
class MessageTemplatesTest {

  private static Map<TemplateVariable, String> values(TemplateKind kind) {
    Map<TemplateVariable, String> values = new EnumMap<>(TemplateVariable.class);
    kind.variables().forEach(variable -> values.put(variable, "<" + variable.text() + ">"));
    return values;
  }

  private static String allOf(TemplateKind kind) {
    return kind.variables().stream()
        .map(variable -> "{" + variable.text() + "}")
        .collect(Collectors.joining(" "));
  }

  static Stream<Arguments> kindsInEachLanguage() {
    return Arrays.stream(TemplateKind.values())
        .flatMap(
            kind -> Arrays.stream(Language.values()).map(language -> Arguments.of(kind, language)));
  }

  @ParameterizedTest
  @MethodSource("kindsInEachLanguage")
  void shouldHaveWordsOfOursThatUseOnlyWhatTheKindHas(TemplateKind kind, Language language) {
    DefaultTemplates.Text ours = DefaultTemplates.of(kind, language);

    MessageWriter.Written written = MessageWriter.write(kind, language, List.of(), values(kind));

    assertThat(TemplateCheck.faults("", kind, ours.subject(), ours.text())).isEmpty();
    assertThat(written.subject()).isNotBlank().doesNotContain("{", "}");
    assertThat(written.text()).isNotBlank().doesNotContain("{", "}");
  }

  @ParameterizedTest
  @MethodSource("kindsInEachLanguage")
  void shouldWriteAProgramsOwnWordsWithEveryVariable(TemplateKind kind, Language language) {
    MessageTemplate own = new MessageTemplate(kind, language, "Own {tenant}", allOf(kind));

    assertThat(TemplateCheck.faults("/templates/0", kind, own.subject(), own.text())).isEmpty();
    MessageWriter.Written written = MessageWriter.write(kind, language, List.of(own), values(kind));
    assertThat(written.subject()).isEqualTo("Own <tenant>");
    assertThat(written.text().split(" ")).containsExactlyElementsOf(values(kind).values());
  }

  @ParameterizedTest
  @EnumSource(TemplateKind.class)
  void shouldRefuseAVariableThatTheKindDoesNotHave(TemplateKind kind) {
    assertThat(
            TemplateCheck.faults(
                "/templates/0", kind, "{secret}", allOf(kind) + " {" + other(kind) + "}"))
        .extracting(FieldError::pointer, FieldError::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("/templates/0/subject", "unknown-variable"),
            org.assertj.core.groups.Tuple.tuple("/templates/0/text", "unknown-variable"));
  }

  private static String other(TemplateKind kind) {
    return Arrays.stream(TemplateVariable.values())
        .filter(variable -> !kind.variables().contains(variable))
        .map(TemplateVariable::text)
        .findFirst()
        .orElseThrow();
  }
}
