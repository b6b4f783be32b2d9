package app.vouch.introduction;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.graphql;
import static app.vouch.introduction.IntroductionStory.transition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same operations over GraphQL. */
@QuarkusTest
class IntroductionGraphTest {
  private static final String REQUEST =
      """
      mutation($input: RequestIntroductionInput!) { requestIntroduction(input: $input) {
        introduction { id state version dueMessageId requester { name } connector { name }
          prospect { name } referral { id introductions { id } } consents { id } }
        userErrors { code message field } } }""";

  private static final String TRANSITION =
      """
      mutation($input: TransitionIntroductionInput!) { transitionIntroduction(input: $input) {
        introduction { state outcome } userErrors { code message } } }""";

  private static final String RENDER =
      """
      mutation($input: RenderMessageInput!) { renderMessage(input: $input) {
        message { kind link subject } userErrors { code } } }""";

  @Inject IntroductionStory story;

  @Test
  void shouldRequestRenderAndMoveWhenAskedOverGraphql() {
    String referral = story.referral().id();
    String path = "data.requestIntroduction.introduction.";

    Map<String, Object> made =
        graphql(REQUEST, Map.of("input", IntroductionStory.request(referral)))
            .statusCode(200)
            .body(path + "state", equalTo("REQUESTED"))
            .body(path + "version", equalTo(1))
            .body(path + "requester.name", equalTo("Sam Seller"))
            .body(path + "connector.name", equalTo("Kim Partner"))
            .body(path + "prospect.name", equalTo("Ann Lee"))
            .body(path + "referral.id", equalTo(referral))
            .body(path + "referral.introductions", hasSize(1))
            .body(path + "consents", hasSize(0))
            .body("data.requestIntroduction.userErrors", hasSize(0))
            .extract()
            .path("data.requestIntroduction.introduction");
    String id = (String) made.get("id");

    graphql(RENDER, Map.of("input", Map.of("id", made.get("dueMessageId"))))
        .body("data.renderMessage.message.kind", equalTo("CONNECTOR_ASK"))
        .body("data.renderMessage.message.link", matchesPattern("http.*/i/.{43}"));
    graphql(TRANSITION, Map.of("input", Map.of("id", id, "action", "CANCEL")))
        .body("data.transitionIntroduction.introduction.state", equalTo("CANCELLED"));
    graphql(
            """
            query($id: ID!, $filter: IntroductionFilter) {
              introduction(id: $id) { state }
              introductions(first: 5, filter: $filter) { edges { cursor node { id } } pageInfo { hasNextPage } }
              introductionTimeline(id: $id) { entries { action actor { type } } }
              introductionMessages(id: $id) { kind sendable }
              introductionConsents(id: $id) { id } }""",
            Map.of("id", id, "filter", Map.of("referralId", referral)))
        .body("errors", nullValue())
        .body("data.introduction.state", equalTo("CANCELLED"))
        .body("data.introductions.edges.node.id", contains(id))
        .body("data.introductionTimeline.entries.action", contains("CANCEL", "REQUEST"))
        .body("data.introductionMessages.sendable", contains(false))
        .body("data.introductionConsents", hasSize(0));
  }

  @Test
  void shouldAnswerUserErrorsWhenARuleRefuses() {
    Map<String, Object> input = new HashMap<>(IntroductionStory.request(story.referral().id()));
    input.put("context", "I would like to connect");

    graphql(REQUEST, Map.of("input", input))
        .statusCode(200)
        .body("data.requestIntroduction.introduction", nullValue())
        .body("data.requestIntroduction.userErrors[0].code", equalTo("context-required"));
    String id = story.requested();
    graphql(TRANSITION, Map.of("input", Map.of("id", id, "action", "INTRODUCE")))
        .body("data.transitionIntroduction.userErrors[0].code", equalTo("transition-not-allowed"));
    graphql(
            TRANSITION,
            Map.of(
                "input",
                Map.of(
                    "id", id, "action", "CONNECTOR_ACCEPT", "channel", "PHONE", "evidence", "yes")))
        .body("data.transitionIntroduction.userErrors[0].code", equalTo("actor-required"));
  }

  @Test
  void shouldPutNeitherLinksNorNotesIntoEvents() {
    String id = story.requested();
    String link = story.link(id);
    transition(
            id,
            Map.of(
                "action",
                "CONNECTOR_ACCEPT",
                "channel",
                "PHONE",
                "evidence",
                "secret evidence of the phone call"))
        .statusCode(200);
    transition(id, Map.of("action", "CANCEL", "reasonCode", "DONE", "note", "a private note"))
        .statusCode(200);

    String events = eventsOf(id);

    assertThat(events)
        .contains(
            "introduction.requested",
            "introduction.message_due",
            "introduction.connector_accepted",
            "introduction.prospect_asked",
            "introduction.cancelled",
            "CONNECTOR_ASK",
            "PROSPECT_INVITATION")
        .doesNotContain(link, "/i/", "a private note", "secret evidence", "http:");
  }

  /** The feed fills up after commits, a moment later. */
  private static String eventsOf(String id) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> feed(id), events -> events.contains("type=introduction.cancelled"));
  }

  private static String feed(String id) {
    StringBuilder found = new StringBuilder();
    String after = null;
    boolean more = true;
    while (more) {
      JsonPath page =
          api()
              .queryParam("limit", 200)
              .queryParam("types", "introduction.*,consent.*")
              .queryParams(after == null ? Map.of() : Map.of("after", after))
              .get("/v1/events")
              .jsonPath();
      page.getList("data").stream()
          .map(Object::toString)
          .filter(event -> event.contains(id))
          .forEach(found::append);
      after = page.getString("page.nextCursor");
      more = page.getBoolean("page.hasMore");
    }
    return found.toString();
  }
}
