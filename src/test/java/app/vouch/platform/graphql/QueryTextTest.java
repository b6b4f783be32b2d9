package app.vouch.platform.graphql;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{a(x: \"1e99999\")}",
        "{a(x: \"\\\"1e99999\")}",
        "{a(x: \"\"\"1e99999 \" \\\"\"\" 1e99999\"\"\")}",
        "{a} # 1e99999",
        "{a1e99999}",
        "{a(x: 1e308, y: -1.5E-300, z: 1e0000001)}",
        "{a(x: \"never ends",
        "{a(x: \"\"\"never ends",
        "\"\\",
        "",
        "}}}}",
        "query é {a}"
      })
  void shouldTakeTextThatIsHarmless(String query) {
    assertThatCode(() -> QueryText.check(query)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{a(x: 1e99999)}",
        "{a(x: 1E+10000)}",
        "{a(x: -1.0e-10000)}",
        "{a(x: [1, {y: 1e00012345}])}",
        "{a(x: \"\" y: 1e99999)}",
        "{a(x: \"\"\"\"\"\" y: 1e99999)}",
        "{a(x: \"\"\"\\\"\"\"\"\"\" y: 1e99999)}",
        "# \"\r1e99999",
        "{a(x: \"\n1e99999",
        "{a(x: 12345678901234567890123456789012345678901)}"
      })
  void shouldRefuseANumberThatIsLongToCompute(String query) {
    assertThatThrownBy(() -> QueryText.check(query)).isInstanceOf(Refusal.Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "(", "["})
  void shouldRefuseBracketsThatNestDeeply(String open) {
    assertThatThrownBy(() -> QueryText.check(open.repeat(51)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                org.assertj.core.api.Assertions.assertThat(refusal.type())
                    .isEqualTo(ProblemType.QUERY_TOO_EXPENSIVE));
  }
}
