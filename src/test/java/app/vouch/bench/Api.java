package app.vouch.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.http.NameValuePair;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

/**
 * A caller of the API that waits for each answer on its own thread: a client with few threads,
 * because it shares the machine with what it measures. A status above 299 ends the measurement.
 */
final class Api implements AutoCloseable {
  private static final int MOST_CALLERS = 64;
  private static final int LIMIT_MILLIS = (int) Duration.ofSeconds(60).toMillis();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CloseableHttpClient http =
      HttpClients.custom()
          .setMaxConnTotal(MOST_CALLERS)
          .setMaxConnPerRoute(MOST_CALLERS)
          .disableAutomaticRetries()
          .disableContentCompression()
          .disableCookieManagement()
          .disableRedirectHandling()
          .disableAuthCaching()
          .setDefaultRequestConfig(
              RequestConfig.custom()
                  .setConnectTimeout(LIMIT_MILLIS)
                  .setConnectionRequestTimeout(LIMIT_MILLIS)
                  .setSocketTimeout(LIMIT_MILLIS)
                  .build())
          .build();

  private final String base;
  private final String apiKey;

  Api(String base, String apiKey) {
    this.base = base;
    this.apiKey = apiKey;
  }

  byte[] get(String path) throws IOException {
    return send(new HttpGet(base + path));
  }

  byte[] post(String path, String body) throws IOException {
    return send(posting(path, body));
  }

  /**
   * @param idempotencyKey with which the write could be repeated
   */
  byte[] write(String path, String idempotencyKey, String body) throws IOException {
    HttpPost request = posting(path, body);
    request.setHeader("Idempotency-Key", idempotencyKey);
    return send(request);
  }

  /** A public page, as a visitor without a key gets it. */
  String page(String path) throws IOException {
    return text(exchange(new HttpGet(base + path)));
  }

  /**
   * Sends a public page's form.
   *
   * @param from the visitor's address, as the proxy in front names it
   */
  String submit(String path, String from, List<? extends NameValuePair> form) throws IOException {
    HttpPost request = new HttpPost(base + path);
    request.setHeader("X-Forwarded-For", from);
    request.setEntity(new UrlEncodedFormEntity(form, StandardCharsets.UTF_8));
    return text(exchange(request));
  }

  private static String text(byte[] page) {
    return new String(page, StandardCharsets.UTF_8);
  }

  static JsonNode json(byte[] answer) throws IOException {
    return JSON.readTree(answer);
  }

  static String text(Object body) throws IOException {
    return JSON.writeValueAsString(body);
  }

  private HttpPost posting(String path, String body) {
    HttpPost request = new HttpPost(base + path);
    request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
    return request;
  }

  private byte[] send(HttpUriRequest request) throws IOException {
    request.setHeader("Authorization", "Bearer " + apiKey);
    return exchange(request);
  }

  private byte[] exchange(HttpUriRequest request) throws IOException {
    try (CloseableHttpResponse response = http.execute(request)) {
      byte[] body = EntityUtils.toByteArray(response.getEntity());
      int status = response.getStatusLine().getStatusCode();
      if (status > 299) {
        throw new IOException(
            "%s %s answered %d: %s"
                .formatted(request.getMethod(), request.getURI(), status, text(body)));
      }
      return body;
    }
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
