package app.vouch.platform.graphql;

import graphql.ExecutionResult;
import io.vertx.core.Context;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * What one subscription brings. The next result is asked for when the last one has gone out, so a
 * slow reader lets nothing pile up.
 */
final class SocketStream implements Subscriber<ExecutionResult> {
  private static final Logger LOG = Logger.getLogger(SocketStream.class);

  private final SocketSession session;
  private final String id;
  private final Context loop;
  private @Nullable Execution execution;
  private @Nullable Subscription subscription;

  SocketStream(SocketSession session, String id, Context loop) {
    this.session = session;
    this.id = id;
    this.loop = loop;
  }

  /** From here on results may come. */
  void executedBy(Execution its) {
    execution = its;
  }

  /** Ends before it began. */
  void refuse(List<Map<String, Object>> errors) {
    loop.runOnContext(
        now -> {
          if (session.has(this)) {
            session.fail(id, errors);
          }
        });
  }

  /** On the event loop. */
  void cancel() {
    if (subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public void onSubscribe(Subscription begun) {
    loop.runOnContext(
        now -> {
          subscription = begun;
          if (session.has(this)) {
            begun.request(1);
          } else {
            begun.cancel();
          }
        });
  }

  @Override
  public void onNext(ExecutionResult result) {
    loop.runOnContext(
        now -> {
          if (session.has(this) && execution != null && subscription != null) {
            Subscription present = subscription;
            session
                .next(id, execution.answer(result))
                .onSuccess(written -> present.request(1))
                .onFailure(fault -> present.cancel());
          }
        });
  }

  @Override
  public void onError(Throwable fault) {
    String requestId = execution == null ? "none" : execution.requestId();
    LOG.errorf(fault, "the subscription of request %s broke", requestId);
    refuse(List.of(GraphqlFault.internal(requestId).json()));
  }

  @Override
  public void onComplete() {
    loop.runOnContext(
        now -> {
          if (session.has(this)) {
            session.over(id);
          }
        });
  }
}
