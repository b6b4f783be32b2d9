package app.vouch.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;

/** The HTTP client that the service uses, with nothing around it. */
final class BareClient implements AutoCloseable {
  private final HttpClient client;
  private final RequestOptions options;

  BareClient(Vertx vertx, URI target, int connections) {
    client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(connections));
    options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setHost(target.getHost())
            .setPort(target.getPort())
            .setURI(target.getPath())
            .putHeader("Content-Type", "application/json");
  }

  void post(byte[] body, Runnable over) {
    client
        .request(options)
        .compose(request -> request.send(Buffer.buffer(body)))
        .compose(response -> response.end())
        .onComplete(
            done -> {
              over.run();
              if (done.failed()) {
                throw new IllegalStateException("the receiver did not answer", done.cause());
              }
            });
  }

  @Override
  public void close() {
    client.close().toCompletionStage().toCompletableFuture().join();
  }
}
