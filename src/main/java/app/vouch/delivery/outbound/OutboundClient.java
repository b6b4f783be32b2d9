package app.vouch.delivery.outbound;

import app.vouch.shared.Texts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Posts to vetted targets: connects to the vetted address, keeps the host name for TLS and {@code
 * Host}, follows no redirect, stops at the time limit and after 64 kB of answer.
 */
@ApplicationScoped
public class OutboundClient {
  private static final int CONNECT_MS = 5_000;
  private static final int MOST_HEADERS = 16 * 1024;
  private static final int CONNECTIONS_PER_HOST = 200;

  /** Shorter than what servers keep an idle connection for (Node: 5 s). */
  private static final int KEEP_ALIVE_SECONDS = 4;

  private final Vertx vertx;
  private final HttpClient client;

  OutboundClient(Vertx vertx) {
    this.vertx = vertx;
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setConnectTimeout(CONNECT_MS)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxHeaderSize(MOST_HEADERS)
                .setVerifyHost(true)
                .setTracingPolicy(TracingPolicy.IGNORE),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_HOST));
  }

  @PreDestroy
  void close() {
    client.close();
  }

  /**
   * Posts a body and waits for the answer.
   *
   * @throws OutboundFailure when there was no answer within the limit
   */
  public OutboundAnswer post(
      OutboundTarget target, Map<String, String> headers, byte[] body, Duration limit)
      throws OutboundFailure, InterruptedException {
    OutboundCall call = new OutboundCall(vertx.getOrCreateContext());
    Future<OutboundAnswer> answer =
        call.start(client, options(target, headers), Buffer.buffer(body));
    try {
      return answer
          .toCompletionStage()
          .toCompletableFuture()
          .get(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new OutboundFailure("no complete answer in time");
    } catch (ExecutionException e) {
      throw new OutboundFailure(describe(e.getCause()));
    } finally {
      if (!answer.succeeded()) {
        call.giveUp();
      }
    }
  }

  private static RequestOptions options(OutboundTarget target, Map<String, String> headers) {
    OutboundUrl url = target.url();
    RequestOptions options = new RequestOptions();
    headers.forEach(options::putHeader);
    return options
        .setMethod(HttpMethod.POST)
        .setServer(
            SocketAddress.inetSocketAddress(new InetSocketAddress(target.address(), url.port())))
        .setHost(url.host())
        .setPort(url.port())
        .setSsl(url.tls())
        .setURI(url.target())
        .setFollowRedirects(false)
        .putHeader("Host", url.authority());
  }

  private static String describe(@Nullable Throwable e) {
    if (e == null) {
      return "unknown fault";
    }
    String kind = e.getClass().getSimpleName();
    return e.getMessage() == null ? kind : kind + ": " + Texts.excerpt(e.getMessage());
  }
}
