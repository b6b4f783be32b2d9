package app.vouch.delivery.outbound;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. Everything happens on one event loop: on any other thread an answer
 * may have come and gone before there is somebody to hear it.
 */
final class OutboundCall {
  private static final int MOST_BODY = 64 * 1024;

  private final Context loop;
  private final Promise<OutboundAnswer> answer = Promise.promise();
  private @Nullable HttpClientRequest request;

  OutboundCall(Context loop) {
    this.loop = loop;
  }

  /** Fails with what the client says, or when it was given up. */
  Future<OutboundAnswer> start(HttpClient client, RequestOptions options, Buffer body) {
    loop.runOnContext(
        now ->
            client
                .request(options)
                .onFailure(answer::tryFail)
                .onSuccess(opened -> send(opened, body)));
    return answer.future();
  }

  /** Nobody waits any more: what was not sent is not sent. */
  void giveUp() {
    loop.runOnContext(
        now -> {
          answer.tryFail("given up");
          if (request != null) {
            request.reset();
          }
        });
  }

  private void send(HttpClientRequest opened, Buffer body) {
    request = opened;
    if (answer.future().isComplete()) {
      opened.reset();
      return;
    }
    opened.send(body).onFailure(answer::tryFail).onSuccess(this::read);
  }

  private void read(HttpClientResponse response) {
    Buffer body = Buffer.buffer();
    response.exceptionHandler(answer::tryFail);
    response.endHandler(end -> answer.tryComplete(answer(response, body)));
    response.handler(
        piece -> {
          int room = MOST_BODY - body.length();
          body.appendBuffer(piece.length() > room ? piece.slice(0, room) : piece);
          if (body.length() == MOST_BODY && answer.tryComplete(answer(response, body))) {
            response.request().reset();
          }
        });
  }

  private static OutboundAnswer answer(HttpClientResponse response, Buffer body) {
    return new OutboundAnswer(
        response.statusCode(), response.getHeader("Retry-After"), body.getBytes());
  }
}
