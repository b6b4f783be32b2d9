package app.vouch.platform.feed;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.graphql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import app.vouch.TestRealm;
import app.vouch.platform.event.EventFeed;
import app.vouch.platform.event.EventTypeFilter;
import app.vouch.platform.event.LoggedEvent;
import app.vouch.shared.IdType;
import app.vouch.shared.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(300)
class EventFeedTest {
  private static final int WRITERS = 8;
  private static final int WRITES = 40;

  @Inject TestRealm realm;
  @Inject EventFeed feed;
  @Inject ObjectMapper json;

  @Test
  void shouldNeverShowAnEventBehindACursorWhenWritersCommitOutOfOrder() throws Exception {
    UUID tenant = realm.make();
    UUID shared = realm.publish(tenant, "deal.created");
    List<String> read = new ArrayList<>();
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<Boolean>> done = new ArrayList<>();
      for (int w = 0; w < WRITERS; w++) {
        done.add(writers.submit(writer(tenant, shared)));
      }
      String cursor = null;
      int expected = 1 + WRITERS * WRITES * 3;
      long deadline = System.nanoTime() + Duration.ofSeconds(180).toNanos();
      while (read.size() < expected && System.nanoTime() < deadline) {
        for (LoggedEvent event : after(tenant, cursor, 7)) {
          cursor = IdType.EVENT.format(event.id());
          read.add(cursor);
        }
      }
      for (Future<Boolean> writer : done) {
        assertThat(writer.get()).isTrue();
      }
      assertThat(read).hasSize(expected).doesNotHaveDuplicates();
    }

    List<String> again =
        after(tenant, null, 10_000).stream().map(e -> IdType.EVENT.format(e.id())).toList();
    assertThat(read).isEqualTo(again);
    assertSequencesRise(tenant);
  }

  private Callable<Boolean> writer(UUID tenant, UUID shared) {
    return () -> {
      for (int i = 0; i < WRITES; i++) {
        realm.publish(tenant, shared, "deal.updated");
        realm.publish(tenant, "deal.won", "deal.lost");
      }
      return true;
    };
  }

  /** Of each resource: 1, 2, 3 … in the order of the feed. */
  private void assertSequencesRise(UUID tenant) throws Exception {
    Map<String, Long> last = new HashMap<>();
    for (LoggedEvent event : after(tenant, null, 10_000)) {
      JsonNode body = json.readTree(event.body());
      String resource = body.path("resource").path("id").asText();
      assertThat(body.path("sequence").asLong()).isEqualTo(last.getOrDefault(resource, 0L) + 1);
      last.merge(resource, 1L, Long::sum);
    }
  }

  @Test
  void shouldShowOnlyTheTenantsOwnEvents() {
    UUID tenant = realm.make();
    UUID other = realm.make();
    realm.publish(other, "deal.won");
    String alien = IdType.EVENT.format(awaitEvents(other, 1).getFirst().id());
    realm.publish(tenant, "deal.lost");

    assertThat(awaitEvents(tenant, 1)).hasSize(1);
    assertThatThrownBy(() -> after(tenant, alien, 10)).isInstanceOf(Refusal.Invalid.class);
    assertThatThrownBy(() -> realm.in(tenant, () -> feed.get(alien)))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  void shouldFilterByTypeAndNoun() {
    UUID tenant = realm.make();
    realm.publish(tenant, "deal.won", "referrer.paused", "deal.lost", "program.archived");
    awaitEvents(tenant, 4);

    assertThat(
            realm.in(
                tenant,
                () ->
                    feed.after(
                        null, new EventTypeFilter(List.of("deal.*", "referrer.paused")), 10)))
        .hasSize(3);
  }

  @Test
  void shouldServeTheStoredBytesAndACursorThatCanBeKept() throws Exception {
    UUID tenant = IdType.TENANT.inPath(api().get("/v1/me").path("tenantId"));
    String before = newest();
    UUID resource = realm.publish(tenant, "program.archived", "referrer.removed");
    String path = before == null ? "/v1/events?limit=200" : "/v1/events?limit=200&after=" + before;
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> mine(api().get(path).path("data"), resource).size() == 2);

    Map<String, Object> first = mine(api().get(path).path("data"), resource).getFirst();
    String id = (String) first.get("id");
    String raw = api().get("/v1/events/" + id).asString();
    assertThat(raw).isEqualTo(new String(feedBody(tenant, id), "UTF-8"));
    assertThat(api().get(path).asString()).contains(raw);
    String last = api().get(path).path("page.nextCursor");
    api()
        .get("/v1/events?types=payout.*&after=" + last)
        .then()
        .statusCode(200)
        .body("data", hasSize(0))
        .body("page.nextCursor", equalTo(last))
        .body("page.hasMore", equalTo(false));
    graphql(
            """
            query($a: ID!) { event(id: $a) { id type sequence data resource { type id } } }""",
            Map.of("a", id))
        .body("errors", nullValue())
        .body("data.event.type", equalTo("program.archived"))
        .body("data.event.resource.id", equalTo(IdType.ORGANIZATION.format(resource)));
    graphql(
            """
            query($a: String) { events(after: $a, types: ["referrer.*"], first: 100) {
              edges { cursor node { id type } } pageInfo { hasNextPage endCursor } } }""",
            Map.of("a", id))
        .body("errors", nullValue())
        .body("data.events.edges.node.type", hasItem("referrer.removed"));
  }

  @Test
  void shouldRefuseWhatIsNoCursorOrType() {
    api()
        .get("/v1/events?after=evt_7zzzzzzzzzzzzzzzzzzzzzzzzz")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/after"));
    api().get("/v1/events?types=deal.bought").then().statusCode(400);
    api().get("/v1/event-types").then().statusCode(200).body("data.type", hasItem("referral.won"));
  }

  /** The cursor behind all that there is now. */
  private static String newest() {
    String cursor = null;
    while (true) {
      var page = api().get("/v1/events?limit=200" + (cursor == null ? "" : "&after=" + cursor));
      cursor = page.path("page.nextCursor");
      if (!(boolean) page.path("page.hasMore")) {
        return cursor;
      }
    }
  }

  private static List<Map<String, Object>> mine(List<Map<String, Object>> events, UUID resource) {
    String id = IdType.ORGANIZATION.format(resource);
    return events.stream()
        .filter(e -> ((Map<?, ?>) e.get("resource")).get("id").equals(id))
        .toList();
  }

  private byte[] feedBody(UUID tenant, String id) {
    return realm.in(tenant, () -> feed.get(id)).body();
  }

  private List<LoggedEvent> awaitEvents(UUID tenant, int count) {
    await().atMost(Duration.ofSeconds(60)).until(() -> after(tenant, null, 100).size() == count);
    return after(tenant, null, 100);
  }

  private List<LoggedEvent> after(UUID tenant, String cursor, int limit) {
    return realm.in(tenant, () -> feed.after(cursor, EventTypeFilter.EVERYTHING, limit));
  }
}
