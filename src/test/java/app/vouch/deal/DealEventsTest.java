package app.vouch.deal;

import static app.vouch.TestApi.unique;
import static app.vouch.deal.DealRequests.deal;
import static app.vouch.deal.DealRequests.money;
import static app.vouch.deal.DealRequests.send;
import static app.vouch.deal.DealRequests.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import app.vouch.RecordedEvents;
import app.vouch.shared.IdType;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DealEventsTest {
  @Inject RecordedEvents events;

  @Test
  void shouldPublishCreatedAndWonWhenADealIsFirstHeardOfAsWon() {
    String id = sent(deal(unique("D"), "milestone", "WON"));

    assertThat(types(id)).containsExactly("deal.created", "deal.won");
  }

  @Test
  void shouldPublishWonWithoutAnAmountWhenTheCrmKnowsNone() {
    String ref = unique("D");
    String id = sent(deal(ref));

    send(deal(ref, "milestone", "WON")).body("amount", nullValue()).body("status", equalTo("WON"));

    assertThat(types(id))
        .containsExactly("deal.created", "deal.updated", "deal.stage_changed", "deal.won");
  }

  @Test
  void shouldPublishOneUpdateWhenStageAmountAndOutcomeChangeAtOnce() {
    String ref = unique("D");
    String id = sent(deal(ref, "amount", usd("1.00")));

    send(deal(ref, "amount", usd("2.00"), "stage", "Closed won", "milestone", "WON"));

    assertThat(types(id))
        .containsExactly(
            "deal.created",
            "deal.updated",
            "deal.stage_changed",
            "deal.amount_changed",
            "deal.won");
  }

  @Test
  void shouldPublishAmountChangedWhenTheAmountChangesAfterTheDealWasWon() {
    String ref = unique("D");
    String id = sent(deal(ref, "amount", usd("1.00"), "milestone", "WON"));

    send(deal(ref, "amount", money("1.00", "EUR")));

    assertThat(types(id))
        .containsExactly("deal.created", "deal.won", "deal.updated", "deal.amount_changed");
  }

  @Test
  void shouldPublishReopenedWhenAWonDealIsOpenAgain() {
    String ref = unique("D");
    String id = sent(deal(ref, "milestone", "WON"));

    send(deal(ref, "milestone", "QUALIFIED"))
        .body("status", equalTo("OPEN"))
        .body("closedAt", nullValue());

    assertThat(types(id)).endsWith("deal.updated", "deal.stage_changed", "deal.reopened");
  }

  @Test
  void shouldPublishReopenedAndThenWonWhenALostDealIsWonInOnePoll() {
    String ref = unique("D");
    String id = sent(deal(ref, "milestone", "LOST"));

    send(deal(ref, "milestone", "WON"));

    assertThat(types(id))
        .containsExactly(
            "deal.created",
            "deal.lost",
            "deal.updated",
            "deal.stage_changed",
            "deal.reopened",
            "deal.won");
  }

  @Test
  void shouldPublishNothingWhenNothingChangedOrTheChangeIsStale() {
    String ref = unique("D");
    String id = sent(deal(ref, "sourceVersion", 5, "stage", "New"));

    send(deal(ref, "sourceVersion", 5, "stage", "New")).body("version", equalTo(1));
    send(deal(ref, "sourceVersion", 4, "stage", "Old")).body("stale", equalTo(true));
    send(deal(ref, "sourceVersion", 6, "stage", "New")).body("version", equalTo(2));

    assertThat(types(id)).containsExactly("deal.created");
  }

  @Test
  void shouldPublishNothingWhenTheWriteIsRefused() {
    String ref = unique("D");
    String id = sent(deal(ref, "amount", usd("1.00")));

    send(deal(ref, "milestone", "WON", "referralId", "ref_01h455vb4pex5vsknk084sn02q"))
        .statusCode(422)
        .body("code", equalTo("unknown-reference"));

    assertThat(types(id)).containsExactly("deal.created");
  }

  private static String sent(Map<String, Object> body) {
    return send(body).extract().path("id");
  }

  private List<String> types(String id) {
    return events.of(IdType.DEAL, id);
  }
}
