package app.vouch.deal;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static app.vouch.deal.DealRequests.deal;
import static app.vouch.deal.DealRequests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import app.vouch.RecordedEvents;
import app.vouch.shared.IdType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DealRaceTest {
  private static final int CALLERS = 4;

  @Inject RecordedEvents events;

  @RepeatedTest(3)
  void shouldMakeOneDealWhenANewReferenceArrivesManyTimesAtOnce() throws Exception {
    String ref = unique("D");

    List<ExtractableResponse<Response>> answers = atOnce(() -> sent(deal(ref, "stage", "New")));

    assertThat(answers.stream().map(a -> a.<String>path("id")).distinct()).hasSize(1);
    assertThat(answers.stream().map(ExtractableResponse::statusCode))
        .containsOnly(200, 201)
        .containsOnlyOnce(201);
    api().get("/v1/deals?externalRef=hubspot:default:deal:" + ref).then().body("data", hasSize(1));
  }

  @Test
  void shouldWinOnceWhenTheSameChangeArrivesManyTimesAtOnce() throws Exception {
    String ref = unique("D");
    String id = sent(deal(ref)).path("id");

    atOnce(() -> sent(deal(ref, "milestone", "WON")));

    assertThat(events.of(IdType.DEAL, id)).containsOnlyOnce("deal.won");
  }

  private static ExtractableResponse<Response> sent(Map<String, Object> body) {
    return send(body).extract();
  }

  private static <T> List<T> atOnce(Callable<T> call) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
      List<Callable<T>> calls = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        calls.add(call);
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(calls)) {
        results.add(future.get());
      }
      return results;
    }
  }
}
