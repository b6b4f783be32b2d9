package app.vouch.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Stands for a CRM: takes webhooks and verifies each with the Standard Webhooks library. */
public final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, String> verified = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Webhook secret;

  public Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks/vouch";
  }

  /** The endpoint's secret, as its creation showed it. */
  public void secret(String text) {
    try {
      secret = new Webhook(text);
    } catch (EmptyWebhookSecretException e) {
      throw new IllegalArgumentException("the endpoint was made without a secret", e);
    }
  }

  /** Event id → type of all that verified. */
  public Map<String, String> verified() {
    return Map.copyOf(verified);
  }

  public List<String> refused() {
    return List.copyOf(refused);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int status = 204;
    try {
      Webhook verifier = secret;
      if (verifier == null) {
        throw new WebhookVerificationException("no secret yet");
      }
      verifier.verify(body, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true));
      JsonNode event = json.readTree(body);
      verified.put(event.path("id").asText(), event.path("type").asText());
    } catch (WebhookVerificationException e) {
      refused.add(e.getMessage());
      status = 401;
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
