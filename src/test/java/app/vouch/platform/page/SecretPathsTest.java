package app.vouch.platform.page;

import static app.vouch.TestApi.api;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A link lets somebody in, so no span tells its path. */
@Tag("once")
@QuarkusTest
@TestProfile(SecretPathsTest.Traced.class)
class SecretPathsTest {
  private static final String SECRET = "secret-of-a-link";

  public static class Traced implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.otel.sdk.disabled", "false");
    }
  }

  /** What would be exported. */
  @ApplicationScoped
  static class Spans implements SpanProcessor {
    private final List<String> ended = new CopyOnWriteArrayList<>();

    List<String> ended() {
      return ended;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
      // Only what is complete is exported.
    }

    @Override
    public boolean isStartRequired() {
      return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
      ended.add(span.toSpanData().toString());
    }

    @Override
    public boolean isEndRequired() {
      return true;
    }
  }

  @Inject Spans spans;

  @Test
  void shouldNotTraceTheLinksOfPages() {
    for (String page : List.of("i", "w", "u", "s", "f")) {
      given().get("/" + page + "/" + SECRET);
      given().contentType("application/x-www-form-urlencoded").post("/" + page + "/" + SECRET);
    }
    api().get("/v1/programs").then().statusCode(200);

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> spans.ended().stream().anyMatch(span -> span.contains("/v1/programs")));
    assertThat(spans.ended()).noneMatch(span -> span.contains(SECRET));
  }
}
