package app.vouch.platform.http;

import app.vouch.platform.access.RequestIds;
import app.vouch.platform.persistence.Outage;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a resource throws into a problem. */
public class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final String RETRY_AFTER_SECONDS = "1";

  private final Problems problems;
  private final AllowedMethods allowed;

  ProblemMappers(Problems problems, AllowedMethods allowed) {
    this.problems = problems;
    this.allowed = allowed;
  }

  @ServerExceptionMapper
  public Response refusal(Refusal refusal, RoutingContext http) {
    Response.ResponseBuilder response = answer(problems.of(refusal, http));
    if (refusal.type() == ProblemType.TRY_AGAIN
        || refusal.type() == ProblemType.IDEMPOTENCY_IN_PROGRESS) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return response.build();
  }

  @ServerExceptionMapper({MismatchedInputException.class, JsonProcessingException.class})
  public Response json(JsonProcessingException e, RoutingContext http) {
    return refusal(Problems.unreadable(e), http);
  }

  /** Resources declare only that the body is there; services check what is in it. */
  @ServerExceptionMapper
  public Response noBody(ResteasyReactiveViolationException e, RoutingContext http) {
    return refusal(new Refusal.Invalid("", "required", "The body is missing"), http);
  }

  @ServerExceptionMapper
  public Response unauthorized(UnauthorizedException e, RoutingContext http) {
    return answer(problems.of(ProblemType.UNAUTHENTICATED, ApiKeyHint.TEXT, http)).build();
  }

  @ServerExceptionMapper
  public Response failed(AuthenticationFailedException e, RoutingContext http) {
    return answer(problems.of(ProblemType.UNAUTHENTICATED, ApiKeyHint.TEXT, http)).build();
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException e, RoutingContext http) {
    return answer(problems.of(ProblemType.UNAUTHENTICATED, ApiKeyHint.TEXT, http)).build();
  }

  @ServerExceptionMapper
  public Response http(WebApplicationException e, RoutingContext http) {
    if (e.getCause() instanceof JsonProcessingException cause) {
      return json(cause, http);
    }
    int status = status(e, http);
    for (ProblemType type : ProblemType.values()) {
      if (type.status() == status) {
        Response.ResponseBuilder response = answer(problems.of(type, detail(type, http), http));
        return type == ProblemType.METHOD_NOT_ALLOWED
            ? response.header(HttpHeaders.ALLOW, allowed.of(http.normalizedPath())).build()
            : response.build();
      }
    }
    return unexpected(e, http);
  }

  /** Below another resource's path the framework finds nothing where only the method is wrong. */
  private int status(WebApplicationException e, RoutingContext http) {
    String method = http.request().method().name();
    String taken = allowed.of(http.normalizedPath());
    return e instanceof NotFoundException && !taken.isEmpty() && !taken.contains(method)
        ? ProblemType.METHOD_NOT_ALLOWED.status()
        : e.getResponse().getStatus();
  }

  @ServerExceptionMapper
  public Response unexpected(Throwable e, RoutingContext http) {
    if (isUnreadableForm(e)) {
      return refusal(
          new Refusal.Invalid("", "not-a-form", "The form is not encoded as forms are"), http);
    }
    String reference = RequestIds.of(http);
    Optional<Refusal> outage = Outage.behind(e);
    if (outage.isPresent()) {
      LOG.warnf("request %s was refused: the database does not answer: %s", reference, e);
      return refusal(outage.get(), http);
    }
    LOG.errorf(e, "request %s failed", reference);
    return answer(
            problems.of(
                ProblemType.INTERNAL,
                "Quote the reference " + reference + " to the operator",
                http))
        .build();
  }

  /** The framework has no exception of its own for what a form's parser does not take. */
  private static boolean isUnreadableForm(Throwable e) {
    return e instanceof RuntimeException
        && Arrays.stream(e.getStackTrace())
            .anyMatch(frame -> frame.getClassName().endsWith("FormEncodedDataParser"));
  }

  private static String detail(ProblemType type, RoutingContext http) {
    String method = http.request().method().name();
    return switch (type) {
      case INVALID_REQUEST -> "The body is missing or cannot be read as JSON";
      case NOT_FOUND -> "There is nothing at " + http.normalizedPath();
      case METHOD_NOT_ALLOWED -> http.normalizedPath() + " does not take " + method;
      case NOT_ACCEPTABLE -> "Vouch answers application/json here; send that in Accept";
      case UNSUPPORTED_MEDIA_TYPE ->
          "Send the body as application/json (PATCH: application/merge-patch+json)";
      case BODY_TOO_LARGE -> "The body is larger than this path takes";
      default -> type.title();
    };
  }

  private static Response.ResponseBuilder answer(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
  }
}
