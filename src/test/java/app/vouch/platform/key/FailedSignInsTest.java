package app.vouch.platform.key;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.TestApi;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guessing of keys, from addresses of its own, so that it disturbs no other test. */
@QuarkusTest
class FailedSignInsTest {
  private static final int MANY = 60;
  private static final String PROXY = "127.0.0.6";

  @TestHTTPResource("/v1/me")
  URI me;

  @Test
  void shouldSlowGuessingDownAndStillLetGoodKeysIn() throws Exception {
    try (HttpClient client = from("127.0.0.8")) {
      List<Integer> answers = guesses(client);

      assertThat(answers.subList(0, 20)).containsOnly(401);
      assertThat(answers).contains(429);
      assertThat(status(client, TestApi.KEY, "203.0.113.7")).isEqualTo(200);
    }
  }

  @Test
  void shouldTellCallersBehindATrustedProxyApart() throws Exception {
    try (HttpClient client = from(PROXY)) {
      assertThat(guesses(client)).containsOnly(401);
    }
  }

  /** Each says that it was forwarded for somebody else. */
  private List<Integer> guesses(HttpClient client) throws IOException, InterruptedException {
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      answers.add(status(client, "vk_live_%064x".formatted(i), "203.0.113." + i));
    }
    return answers;
  }

  private int status(HttpClient client, String key, String forwardedFor)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + me.getPort() + me.getPath()))
            .header("Authorization", "Bearer " + key)
            .header("X-Forwarded-For", forwardedFor)
            .build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static HttpClient from(String address) throws IOException {
    return HttpClient.newBuilder().localAddress(InetAddress.getByName(address)).build();
  }
}
