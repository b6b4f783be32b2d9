package app.vouch.platform.page;

import app.vouch.platform.http.RateLimits;
import app.vouch.shared.Language;
import app.vouch.shared.ProblemType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.function.Function;

/**
 * Answers public links: with a page, with headers that keep the link from leaking, and not without
 * end for somebody who guesses.
 */
@ApplicationScoped
public class PublicPages {
  private static final int UNKNOWN_PER_MINUTE = 20;

  private final RateLimits limits;

  PublicPages(RateLimits limits) {
    this.limits = limits;
  }

  /** The pages; names and parameters are checked when the service is built. */
  @CheckedTemplate(basePath = "page")
  static final class Templates {
    static native TemplateInstance closed();

    static native TemplateInstance tooMany();

    private Templates() {}
  }

  /** The page that the visitor gets; a link that is unknown counts against their address. */
  public Response answer(RoutingContext http, Function<Visitor, PageAnswer> page) {
    Visitor visitor = Visitor.of(http);
    PageFrame nobodys =
        new PageFrame(Objects.requireNonNullElse(visitor.language(), Language.EN), null, true);
    var unknown =
        limits.bucket(
            "public-page:" + http.request().remoteAddress().hostAddress(), UNKNOWN_PER_MINUTE);
    if (unknown.getAvailableTokens() <= 0) {
      return page(ProblemType.RATE_LIMITED.status(), nobodys, Templates.tooMany());
    }
    return switch (page.apply(visitor)) {
      case PageAnswer.Page found ->
          page(Response.Status.OK.getStatusCode(), found.frame(), found.content());
      case PageAnswer.Closed closed -> {
        if (closed.unknown()) {
          unknown.tryConsume(1);
        }
        yield page(ProblemType.NOT_FOUND.status(), nobodys, Templates.closed());
      }
    };
  }

  /** A page for somebody with a key, answered with the same care. */
  public static Response answer(PageFrame frame, TemplateInstance content) {
    return page(Response.Status.OK.getStatusCode(), frame, content);
  }

  private static Response page(int status, PageFrame frame, TemplateInstance content) {
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .language(frame.language().locale())
        .header("Content-Security-Policy", frame.policy())
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex, nofollow")
        .header("Cache-Control", "no-store")
        .header("Vary", "Accept-Language")
        .header("X-Content-Type-Options", "nosniff")
        .entity(content.data("frame", frame).setLocale(frame.language().locale()).render())
        .build();
  }
}
