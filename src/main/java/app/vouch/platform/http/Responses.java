package app.vouch.platform.http;

import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Outcome;
import app.vouch.platform.work.Preview;
import app.vouch.platform.work.Preview.PreviewedEvent;
import app.vouch.platform.work.Versioned;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** REST answers: 201 for what was made, ETags for what has a version. */
public final class Responses {

  public static Response of(Answer<?> answer) {
    Preview preview = answer.preview();
    if (preview != null) {
      return Response.ok(new DryRun(true, answer.view(), preview.events(), preview.rewards()))
          .build();
    }
    Response.Status status =
        answer.outcome() == Outcome.CREATED ? Response.Status.CREATED : Response.Status.OK;
    return tagged(Response.status(status), answer.view()).build();
  }

  public static Response of(Versioned view, @Nullable String ifNoneMatch) {
    String tag = tag(view);
    if (ifNoneMatch != null && (ifNoneMatch.equals("*") || ifNoneMatch.contains(tag))) {
      return Response.notModified().header("ETag", tag).build();
    }
    return tagged(Response.ok(), view).build();
  }

  private static Response.ResponseBuilder tagged(Response.ResponseBuilder response, Object view) {
    if (view instanceof Versioned versioned) {
      response.header("ETag", tag(versioned));
    }
    return response.entity(view);
  }

  private static String tag(Versioned view) {
    return "\"" + view.version() + "\"";
  }

  /**
   * The version that the caller has seen.
   *
   * @throws Refusal.Rule {@code precondition-required} without a header, {@code version-mismatch}
   *     with one that is no version
   */
  public static int ifMatch(@Nullable String header) {
    if (header == null) {
      throw new Refusal.Rule(
          ProblemType.PRECONDITION_REQUIRED, "read the resource and send its ETag as If-Match");
    }
    if (!header.matches("\"[0-9]{1,9}\"")) {
      throw new Refusal.Rule(
          ProblemType.VERSION_MISMATCH,
          "If-Match must be one ETag of this resource, such as \"3\"");
    }
    return Integer.parseInt(header.substring(1, header.length() - 1));
  }

  /**
   * What a write would have done.
   *
   * @param result the resource as it would have been
   */
  public record DryRun(
      boolean dryRun, Object result, List<PreviewedEvent> events, List<Object> rewards) {}

  private Responses() {}
}
