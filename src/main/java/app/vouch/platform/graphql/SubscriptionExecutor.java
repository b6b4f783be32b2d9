package app.vouch.platform.graphql;

import app.vouch.platform.access.RequestContext;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import graphql.ExecutionResult;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ClientProxy;
import io.quarkus.arc.ManagedContext;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.reactivestreams.Publisher;

/** Begins subscriptions, under the same bounds as every other operation. */
@ApplicationScoped
class SubscriptionExecutor {
  private static final Logger LOG = Logger.getLogger(SubscriptionExecutor.class);

  private final Instance<ExecutionService> service;
  private final RequestContext request;
  private final CurrentVertxRequest currentRequest;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  SubscriptionExecutor(
      Instance<ExecutionService> service,
      RequestContext request,
      CurrentVertxRequest currentRequest) {
    this.service = service;
    this.request = request;
    this.currentRequest = currentRequest;
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }

  /** Whether the document holds a subscription, or something beside one. */
  static boolean holds(Document document, boolean subscription) {
    return document.getDefinitionsOfType(OperationDefinition.class).stream()
        .anyMatch(o -> (o.getOperation() == Operation.SUBSCRIPTION) == subscription);
  }

  /** On behalf of whoever opened the socket. */
  void execute(RoutingContext http, GraphqlRequest body, SocketStream stream) {
    threads.execute(
        () -> {
          ManagedContext context = Arc.container().requestContext();
          context.activate();
          try {
            currentRequest.setCurrent(http);
            execute(body, stream);
          } finally {
            context.terminate();
          }
        });
  }

  private void execute(GraphqlRequest body, SocketStream stream) {
    String requestId = request.requestId();
    try {
      Document document = Parser.parse(body.query());
      if (holds(document, false)) {
        throw new Refusal.Invalid(
            "/query", "malformed", "a socket takes subscriptions; POST queries and mutations");
      }
      DocumentShape.check(document);
      Execution execution = new Execution(ClientProxy.unwrap(request));
      stream.executedBy(execution);
      Map<String, Object> metaData = new ConcurrentHashMap<>();
      metaData.put(Execution.KEY, execution);
      service.get().executeAsync(body.body(), metaData, new Beginning(execution, stream));
    } catch (InvalidSyntaxException e) {
      refuse(
          stream,
          GraphqlFault.of(ProblemType.INVALID_REQUEST, String.valueOf(e.getMessage()), requestId));
    } catch (Refusal refusal) {
      refuse(stream, GraphqlFault.of(refusal, requestId));
    } catch (RuntimeException e) {
      LOG.errorf(e, "request %s failed in GraphQL", requestId);
      refuse(stream, GraphqlFault.internal(requestId));
    }
  }

  private static void refuse(SocketStream stream, GraphqlFault fault) {
    stream.refuse(List.of(fault.json()));
  }

  /** The stream of results, or why there is none. */
  private record Beginning(Execution execution, SocketStream stream)
      implements ExecutionResponseWriter {
    @Override
    public void write(ExecutionResponse response) {
      ExecutionResult result = response.getExecutionResult();
      if (result.getData() instanceof Publisher<?> publisher) {
        results(publisher).subscribe(stream);
      } else {
        stream.refuse(execution.errors(result));
      }
    }

    /** The executor says so of every subscription. */
    @SuppressWarnings("unchecked")
    private static Publisher<ExecutionResult> results(Publisher<?> publisher) {
      return (Publisher<ExecutionResult>) publisher;
    }

    @Override
    public void fail(Throwable thrown) {
      LOG.errorf(thrown, "request %s failed in GraphQL", execution.requestId());
      refuse(stream, GraphqlFault.internal(execution.requestId()));
    }
  }
}
