package app.vouch.introduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextRuleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   \n\t ",
        "Hi",
        "Too short, really",
        "I would like to connect",
        "I’d like to connect!!! Thanks.",
        "Hello, I would like to connect. You two should meet. Best regards",
        "I'd like to add you to my professional network on LinkedIn.",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "...............!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!",
        "Lorem ipsum"
      })
  void shouldRefuseWhenTheContextSaysNothing(String context) {
    assertThatThrownBy(() -> ContextRule.check(context))
        .isInstanceOfSatisfying(
            Refusal.Rule.class,
            refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.CONTEXT_REQUIRED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann's month end takes nine days; Sam's team cut it to two at Kim's.",
        "I would like to connect: Ann leads finance at Acme and closes her books by hand",
        "アンさんは経理部長で、月末の締め作業に毎月九日もかかっています"
      })
  void shouldAllowWhenTheContextSaysWhy(String context) {
    assertThatCode(() -> ContextRule.check(context)).doesNotThrowAnyException();
  }
}
