package app.vouch.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who uses the API: sends one request, prints it, and hands back the answer. Where none
 * came the same request is sent again, with the same idempotency key, as long as {@link Mishaps}
 * lets it.
 */
public final class Caller {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** The database has not noticed yet that the service died with the first call. */
  private static final String IN_PROGRESS = "\"idempotency-in-progress\"";

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  /** The path of a link that answers for a person; whoever has it can. */
  private static final Pattern SECRET = Pattern.compile("/([iwu])/[\\w-]+");

  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final ObjectMapper json = new ObjectMapper();
  private final String base;
  private final String apiKey;
  private final Mishaps mishaps;

  public Caller(String base, String apiKey, Mishaps mishaps) {
    this.base = base;
    this.apiKey = apiKey;
    this.mishaps = mishaps;
  }

  /** An answer: its status and its JSON body. */
  public record Answer(int status, JsonNode body) {
    /** A value by JSON pointer, as text. */
    public String text(String pointer) {
      return body.at(pointer).asText();
    }
  }

  /**
   * @param actor for {@code Vouch-Actor}
   * @param key idempotency key, so that a step can be repeated after a crash
   */
  public Answer post(String actor, String key, String path, Object body)
      throws IOException, InterruptedException {
    System.out.printf("    POST %s %s%n", path, shorten(text(body)));
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Vouch-Actor", actor)
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(text(body)))
            .build());
  }

  public Answer get(String path) throws IOException, InterruptedException {
    System.out.printf("    GET %s%n", path);
    return send(request(path).GET().build());
  }

  /** A public page, without a key. */
  String page(String url) throws IOException, InterruptedException {
    System.out.printf("    GET %s (no key)%n", masked(url));
    return exchange(HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).build()).body();
  }

  /** What a mail scanner does with a link before a person sees the mail. */
  void scan(String url) throws IOException, InterruptedException {
    System.out.printf("    a mail scanner opens %s five times%n", masked(url));
    for (String method : List.of("HEAD", "GET", "GET", "HEAD", "GET")) {
      exchange(
          HttpRequest.newBuilder(URI.create(url))
              .timeout(LIMIT)
              .header("User-Agent", "Mozilla/5.0 (compatible; MailScanner/1.0)")
              .header("Sec-Purpose", "prefetch")
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build());
    }
  }

  String submit(String url, Map<String, String> form) throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    System.out.printf(
        "    POST %s %s (no key)%n",
        masked(url), form.containsKey("nonce") ? "choice=" + form.get("choice") : "without nonce");
    return exchange(
            HttpRequest.newBuilder(URI.create(url))
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build())
        .body();
  }

  /** The address of a path, for a person to open. */
  String url(String path) {
    return base + path;
  }

  /** A link as it may be printed. */
  static String masked(String text) {
    return SECRET.matcher(text).replaceAll("/$1/…");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(LIMIT)
        .header("Authorization", "Bearer " + apiKey);
  }

  private Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = exchange(request);
    JsonNode body = response.body().isEmpty() ? json.nullNode() : json.readTree(response.body());
    if (response.statusCode() >= 400) {
      System.out.printf("    → %d %s%n", response.statusCode(), body);
    }
    return new Answer(response.statusCode(), body);
  }

  private HttpResponse<String> exchange(HttpRequest request)
      throws IOException, InterruptedException {
    while (true) {
      mishaps.sending(request.method());
      try {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (!response.body().contains(IN_PROGRESS)) {
          return response;
        }
        Thread.sleep(RETRY_AFTER);
      } catch (IOException e) {
        mishaps.noAnswer(e);
      }
    }
  }

  private String text(@Nullable Object body) throws JsonProcessingException {
    return json.writeValueAsString(body);
  }

  private static String shorten(String text) {
    return text.length() <= 160 ? text : text.substring(0, 157) + "...";
  }
}
