package app.vouch.platform.graphql;

import app.vouch.platform.http.Problems;
import app.vouch.shared.ProblemType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionResult;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Writes one execution's result as the answer that GraphQL over HTTP wants for it. */
final class AnswerWriter implements ExecutionResponseWriter {
  private static final Logger LOG = Logger.getLogger(AnswerWriter.class);

  private final RoutingContext http;
  private final AnswerMedia media;
  private final Execution execution;
  private final ObjectMapper json;
  private final Problems problems;

  AnswerWriter(
      RoutingContext http,
      AnswerMedia media,
      Execution execution,
      ObjectMapper json,
      Problems problems) {
    this.http = http;
    this.media = media;
    this.execution = execution;
    this.json = json;
    this.problems = problems;
  }

  @Override
  public void write(ExecutionResponse response) {
    ExecutionResult result = response.getExecutionResult();
    end(media.status(result.isDataPresent()), execution.answer(result));
  }

  /** An answer to a request that is not executed. */
  void refuse(int status, GraphqlFault fault) {
    end(status, Map.of("errors", List.of(fault.json())));
  }

  private void end(int status, Map<String, Object> answer) {
    try {
      Buffer body = Buffer.buffer(json.writeValueAsBytes(answer));
      if (!http.response().ended()) {
        http.response()
            .setStatusCode(status)
            .putHeader("Content-Type", media.contentType())
            .end(body);
      }
    } catch (JsonProcessingException e) {
      fail(e);
    }
  }

  @Override
  public void fail(Throwable thrown) {
    LOG.errorf(thrown, "request %s failed in GraphQL", execution.requestId());
    problems.send(
        http,
        ProblemType.INTERNAL,
        "Quote the reference " + execution.requestId() + " to the operator");
  }
}
