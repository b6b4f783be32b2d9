package app.vouch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.vouch.shared.FieldError;
import app.vouch.shared.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFilterTest {
  private static final JsonNode EVENT =
      event(
          """
          {"type":"deal.won","timestamp":"2026-11-22T09:30:00.123456Z","live":true,"sequence":42,
           "resource":{"externalRefs":[{"system":"hubspot","id":"1"},{"system":"odoo","id":"2"}]},
           "data":{"deal":{"stage":"Closed Won","amount":{"amount":"48000.00","currency":"USD"},
             "lostReason":null,"tags":["new","big"]}}}""");

  private static JsonNode event(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static EventCondition condition(String path, EventOperator operator, String... values) {
    return new EventCondition(path, operator, List.of(values), null);
  }

  private static EventFilter all(EventCondition... conditions) {
    return new EventFilter(List.of(new EventAlternative(List.of(conditions))));
  }

  @ParameterizedTest
  @CsvSource({
    "type, IN, deal.won, true",
    "type, IN, deal.lost, false",
    "live, IN, true, true",
    "sequence, IN, 42.0, true",
    "data.deal.amount.amount, IN, 48000, true",
    "data.deal.amount.amount, GREATER_THAN, 9000, true",
    "data.deal.amount.amount, GREATER_THAN, 48000, false",
    "data.deal.amount.amount, LESS_THAN, 100000, true",
    "timestamp, GREATER_THAN, 2026-11-22T09, true",
    "timestamp, LESS_THAN, 2026-11-22T09, false",
    "data.deal.stage, STARTS_WITH, Closed, true",
    "data.deal.stage, STARTS_WITH, closed, false",
    "resource.externalRefs.system, IN, odoo, true",
    "resource.externalRefs.system, IN, salesforce, false",
    "data.deal.tags, IN, big, true",
    "data.deal.none.at.all, IN, x, false",
    "data.deal.amount, IN, x, false",
    "sequence, GREATER_THAN, 1e4000000, false"
  })
  void shouldCompareOneMember(String path, EventOperator operator, String value, boolean holds) {
    assertThat(all(condition(path, operator, value)).wants(EVENT)).isEqualTo(holds);
    assertThat(all(new EventCondition(path, operator, List.of(value), true)).wants(EVENT))
        .as("negated")
        .isEqualTo(!holds);
  }

  @Test
  void shouldTellWhatIsThereFromWhatIsNot() {
    assertThat(all(condition("data.deal.amount", EventOperator.EXISTS)).wants(EVENT)).isTrue();
    assertThat(all(condition("data.deal.lostReason", EventOperator.EXISTS)).wants(EVENT)).isFalse();
    assertThat(all(condition("data.deal.nothing", EventOperator.EXISTS)).wants(EVENT)).isFalse();
  }

  @Test
  void shouldNeedAllOfOneAlternativeAndOneOfAll() {
    EventCondition holds = condition("type", EventOperator.IN, "deal.lost", "deal.won");
    EventCondition fails = condition("live", EventOperator.IN, "false");

    assertThat(all(holds, fails).wants(EVENT)).isFalse();
    assertThat(
            new EventFilter(
                    List.of(
                        new EventAlternative(List.of(fails)), new EventAlternative(List.of(holds))))
                .wants(EVENT))
        .isTrue();
    assertThat(new EventFilter(List.of()).wants(EVENT)).isTrue();
  }

  @Test
  void shouldReadBackWhatIsStored() {
    EventFilter filter = all(condition("type", EventOperator.IN, "a"));
    EventFilterJson json = new EventFilterJson();

    assertThat(json.convertToEntityAttribute(json.convertToDatabaseColumn(filter)))
        .isEqualTo(filter);
  }

  @Test
  void shouldRefuseTooFewAndTooManyValues() {
    EventFilter filter =
        all(
            condition("type", EventOperator.IN),
            condition("type", EventOperator.EXISTS, "x"),
            condition("type", EventOperator.LESS_THAN, "1", "2"),
            condition("type", EventOperator.STARTS_WITH, "deal."));

    assertThatThrownBy(() -> EventFilters.parse(filter))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            refusal ->
                assertThat(refusal.errors())
                    .extracting(FieldError::pointer)
                    .containsExactly(
                        "/eventFilter/anyOf/0/allOf/0/values",
                        "/eventFilter/anyOf/0/allOf/1/values",
                        "/eventFilter/anyOf/0/allOf/2/values"));
  }
}
