package app.vouch.program.template;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.shared.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tenant's text can do, and that it can do nothing else. */
class SandboxedTextTest {
  private static final TemplateKind KIND = TemplateKind.PROSPECT_INVITATION;

  private static List<TextFault> faults(String source) {
    return SandboxedText.faults(source, KIND.variables());
  }

  private static Map<TemplateVariable, String> values(String value) {
    Map<TemplateVariable, String> values = new EnumMap<>(TemplateVariable.class);
    for (TemplateVariable variable : TemplateVariable.values()) {
      values.put(variable, value);
    }
    return values;
  }

  private static String render(String source, Map<TemplateVariable, String> values) {
    assertThat(faults(source)).isEmpty();
    return SandboxedText.of(source).render(values);
  }

  @Test
  void shouldStandValuesIn() {
    assertThat(render("Hello {prospect}, {link}!", values("x"))).isEqualTo("Hello x, x!");
    assertThat(render("a{#if disclosure} ({disclosure}){/if}", values("b"))).isEqualTo("a (b)");
    assertThat(render("a{#if disclosure}b{#else}c{/if}", values(""))).isEqualTo("ac");
    assertThat(render("{ this } and {} and { \"json\": 1 } stay", values("x")))
        .isEqualTo("{ this } and {} and { \"json\": 1 } stay");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{prospect}",
        "{#if prospect}{link}{/if}",
        "{#include secret /}",
        "{cdi:realms}",
        "\\{connector}",
        "<script>{link}</script>",
      })
  void shouldNeverReadAValueAsATemplate(String value) {
    assertThat(render("{context}|{subject}", values(value))).isEqualTo(value + '|' + value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{connector.class}",
        "{connector.toString()}",
        "{connector.length}",
        "{connector.getClass.forName('java.lang.Runtime')}",
        "{connector.bytes.length}",
        "{connector ?: 'x'}",
        "{connector.or('x')}",
        "{connector + prospect}",
        "{inject:realms}",
        "{cdi:realms.name}",
        "{config:property('vouch.secret-key')}",
        "{msg:hello}",
        "{introduction:yes}",
        "{data:connector}",
        "{@java.lang.String foo}{connector}",
        "{#for c in connector}{c}{/for}",
        "{#each connector}{it}{/each}",
        "{#include page/layout /}",
        "{#insert /}",
        "{#eval connector /}",
        "{#let x=connector}{x}{/let}",
        "{#set x=connector}{x}{/set}",
        "{#with connector}{class}{/with}",
        "{#when connector}{#is 'a'}b{/when}",
        "{#switch connector}{#case 'a'}b{/switch}",
        "{#fragment id=a}b{/fragment}",
        "{#cached}{connector}{/cached}",
        "{#nested-content /}",
        "{#if connector.class}x{/if}",
        "{#if connector.length > 3}x{/if}",
        "{#if cdi:realms}x{/if}",
        "{#if connector}x",
        "{/if}",
        "{#if}x{/if}",
        "{connector",
        "{password}",
        "{it}",
        "{this}",
        "{status}",
      })
  void shouldRefuseAllElse(String source) {
    assertThat(faults(source)).isNotEmpty();
  }

  @Test
  void shouldNameTheVariableAndItsPlace() {
    assertThat(faults("Hello,\n\nI am {konnector}."))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo("unknown-variable");
              assertThat(fault.message())
                  .startsWith(
                      "line 3, column 6: {konnector} must be one of {connector}, {prospect}");
            });
  }

  @Test
  void shouldNameThePlaceOfWhatCannotBeRead() {
    assertThat(faults("Hello\n{#for a in b}{/for}"))
        .singleElement()
        .satisfies(fault -> assertThat(fault.code()).isEqualTo("malformed"))
        .satisfies(fault -> assertThat(fault.message()).startsWith("line 2, column "));
  }

  @Test
  void shouldRefuseMoreThanAMessageNeeds() {
    assertThat(faults("{link}".repeat(51))).extracting(TextFault::code).contains("too-long");
    assertThat(faults("{#if link}".repeat(21) + "{/if}".repeat(21)))
        .extracting(TextFault::code)
        .containsExactly("too-long");
    assertThat(faults("{#if link}".repeat(20) + "a" + "{/if}".repeat(20))).isEmpty();
  }

  @Test
  void shouldKnowWhatIsAlwaysShown() {
    assertThat(SandboxedText.of("a {disclosure}").alwaysShows(TemplateVariable.DISCLOSURE))
        .isTrue();
    assertThat(
            SandboxedText.of("{#if link}{disclosure}{/if}")
                .alwaysShows(TemplateVariable.DISCLOSURE))
        .isFalse();
    assertThat(SandboxedText.of("{! {disclosure} !}").alwaysShows(TemplateVariable.DISCLOSURE))
        .isFalse();
    assertThat(SandboxedText.of("{|{disclosure}|}").alwaysShows(TemplateVariable.DISCLOSURE))
        .isFalse();
    assertThat(SandboxedText.of("\\{disclosure}").alwaysShows(TemplateVariable.DISCLOSURE))
        .isFalse();
  }

  /** Any text is refused or rendered; none fails otherwise, and none shows more than its values. */
  @Test
  void shouldRefuseOrRenderWhateverIsWritten() {
    String[] parts = {
      "{",
      "}",
      "#",
      "/",
      "if",
      "for",
      "|",
      "!",
      "@",
      "\\",
      "'",
      "\"",
      " ",
      "\n",
      ":",
      ".",
      "(",
      ")",
      "?",
      "=",
      "connector",
      "link",
      "{link}",
      "{#if link}",
      "{/if}",
      "{#else}",
      "cdi:",
      "it",
      "é",
      "&&",
      "{#",
      "{/",
      "[",
      "]",
      ",",
      "0",
      "class",
      "{!",
      "!}",
      "{|",
      "|}"
    };
    long seed = 20261122;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length >= 0; length--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      String source = text.toString();
      if (faults(source).isEmpty()) {
        assertThat(SandboxedText.of(source).render(values("v")))
            .as("seed %d, text %s", seed, source)
            .doesNotContain("java.")
            .doesNotContain("NOT_FOUND");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TemplateKind.class)
  void shouldHaveTextsOfOurOwnThatPassTheCheck(TemplateKind kind) {
    for (Language language : Language.values()) {
      DefaultTemplates.Text ours = DefaultTemplates.of(kind, language);

      assertThat(TemplateCheck.faults("", kind, ours.subject(), ours.text())).isEmpty();
      assertThat(
              TemplateCheck.undisclosed(
                  List.of(new MessageTemplate(kind, language, ours.subject(), ours.text()))))
          .isEmpty();
      assertThat(MessageWriter.write(ours, values("")).text()).doesNotContain("\n\n\n");
    }
  }
}
