package app.vouch.platform.graphql;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.http.Problems;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.language.Document;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import io.quarkus.arc.ClientProxy;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.smallrye.graphql.runtime.SmallRyeGraphQLAbstractHandler;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Executes a GraphQL request. It takes the framework's place at the same path, because the
 * framework's answers every request with 200 and reads bodies loosely.
 */
@Singleton
class GraphqlEndpoint extends SmallRyeGraphQLAbstractHandler {
  private final RequestContext request;
  private final ObjectMapper json;
  private final Problems problems;

  GraphqlEndpoint(
      CurrentIdentityAssociation identity,
      CurrentVertxRequest currentRequest,
      RequestContext request,
      ObjectMapper json,
      Problems problems) {
    super(identity, currentRequest, true);
    this.request = request;
    this.json = json;
    this.problems = problems;
  }

  @Override
  protected void doHandle(RoutingContext http) {
    AnswerMedia media =
        AnswerMedia.accepted(http.request().getHeader("Accept")).orElse(AnswerMedia.JSON);
    Execution execution;
    try {
      request.requestId();
      execution = new Execution(ClientProxy.unwrap(request));
    } catch (RuntimeException e) {
      unreadable(http, e);
      return;
    }
    AnswerWriter answer = new AnswerWriter(http, media, execution, json, problems);
    try {
      GraphqlRequest read = GraphqlRequest.read(text(http), json);
      Document document = Parser.parse(read.query());
      if (SubscriptionExecutor.holds(document, true)) {
        throw new Refusal.Rule(
            ProblemType.INVALID_REQUEST,
            "a subscription needs a WebSocket at this path with the protocol "
                + SocketEndpoint.PROTOCOL,
            Map.of());
      }
      DocumentShape.check(document);
      Map<String, Object> metaData = getMetaData(http);
      metaData.put(Execution.KEY, execution);
      getExecutionService().executeAsync(read.body(), metaData, answer);
    } catch (InvalidSyntaxException e) {
      answer.refuse(media.status(false), fault(e, execution.requestId()));
    } catch (Refusal refusal) {
      answer.refuse(status(refusal, media), GraphqlFault.of(refusal, execution.requestId()));
    } catch (RuntimeException e) {
      answer.fail(e);
    }
  }

  private static String text(RoutingContext http) {
    return http.body().buffer() == null
        ? ""
        : http.body().buffer().toString(StandardCharsets.UTF_8);
  }

  private static GraphqlFault fault(InvalidSyntaxException e, String requestId) {
    SourceLocation place = e.getLocation();
    return GraphqlFault.of(ProblemType.INVALID_REQUEST, String.valueOf(e.getMessage()), requestId)
        .at(place == null ? null : List.of(place), null);
  }

  /** What is no GraphQL request at all is refused as such to older clients too. */
  private static int status(Refusal refusal, AnswerMedia media) {
    return refusal instanceof Refusal.Invalid ? refusal.type().status() : media.status(false);
  }

  /** A header that the request's context cannot be made from. */
  private void unreadable(RoutingContext http, RuntimeException e) {
    Refusal refusal = FieldFaults.refusal(e);
    if (refusal == null) {
      throw e;
    }
    problems.send(http, refusal.type(), refusal.detail());
  }
}
