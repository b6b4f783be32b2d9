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
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
  private final IdentityClients identified;

  @Inject
  OutboundClient(Vertx vertx) {
    this(vertx, null);
  }

  /**
   * @param trusted whose certificates servers may have; the system's when null
   */
  OutboundClient(Vertx vertx, @Nullable TrustOptions trusted) {
    this.vertx = vertx;
    client = client(options(trusted));
    identified =
        new IdentityClients(
            identity ->
                client(
                    options(trusted)
                        .setKeyCertOptions(
                            new PemKeyCertOptions()
                                .addCertValue(Buffer.buffer(identity.certificate()))
                                .addKeyValue(Buffer.buffer(identity.privateKey())))));
  }

  private HttpClient client(HttpClientOptions options) {
    return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_HOST));
  }

  private static HttpClientOptions options(@Nullable TrustOptions trusted) {
    HttpClientOptions options =
        new HttpClientOptions()
            .setProtocolVersion(HttpVersion.HTTP_1_1)
            .setConnectTimeout(CONNECT_MS)
            .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
            .setMaxHeaderSize(MOST_HEADERS)
            .setVerifyHost(true)
            .setTracingPolicy(TracingPolicy.IGNORE);
    return trusted == null ? options : options.setTrustOptions(trusted);
  }

  @PreDestroy
  void close() {
    client.close();
    identified.close();
  }

  /**
   * Posts a body and waits for the answer.
   *
   * @param identity for the TLS handshake; null where none is wanted
   * @throws OutboundFailure when there was no answer within the limit
   */
  public OutboundAnswer post(
      OutboundTarget target,
      Map<String, String> headers,
      byte[] body,
      @Nullable ClientIdentity identity,
      Duration limit)
      throws OutboundFailure, InterruptedException {
    OutboundCall call = new OutboundCall(vertx.getOrCreateContext());
    Future<OutboundAnswer> answer =
        call.start(
            identity == null ? client : identified.of(identity),
            options(target, headers),
            Buffer.buffer(body));
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
    if (e.getCause() != null) {
      return describe(e.getCause());
    }
    String kind = e.getClass().getSimpleName();
    return e.getMessage() == null ? kind : kind + ": " + Texts.excerpt(e.getMessage());
  }
}
