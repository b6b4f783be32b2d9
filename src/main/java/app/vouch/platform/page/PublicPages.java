package app.vouch.platform.page;

import app.vouch.platform.http.RateLimits;
import app.vouch.shared.Language;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Answers public links: with a page, with headers that keep the link from leaking, and not without
 * end for somebody who guesses.
 */
@ApplicationScoped
public class PublicPages {
  private static final Logger LOG = Logger.getLogger(PublicPages.class);
  private static final int UNKNOWN_PER_MINUTE = 20;
  private static final Duration GUESSING_PAUSE = Duration.ofMinutes(1);

  private final RateLimits limits;
  private final PageSubmissions submissions;

  PublicPages(RateLimits limits, PageSubmissions submissions) {
    this.limits = limits;
    this.submissions = submissions;
  }

  /** The pages; names and parameters are checked when the service is built. */
  @CheckedTemplate(basePath = "page")
  static final class Templates {
    static native TemplateInstance closed();

    static native TemplateInstance tooMany(String text);

    static native TemplateInstance notNow();

    private Templates() {}
  }

  /**
   * The page that the visitor gets; a link that is unknown counts against their address, and stops
   * only others that are unknown; a form that they send counts against both.
   */
  public Response answer(RoutingContext http, Function<Visitor, PageAnswer> page) {
    Duration wait = Duration.ZERO;
    if (http.request().method().equals(HttpMethod.POST)) {
      wait = submissions.ofAddress(http.request().remoteAddress().hostAddress());
    }
    return answer(http, wait, page);
  }

  /**
   * The same for forms that mail providers send for their readers, many of them from one address:
   * only the link's own limit counts.
   */
  public Response answerFromAnywhere(RoutingContext http, Function<Visitor, PageAnswer> page) {
    return answer(http, Duration.ZERO, page);
  }

  private Response answer(
      RoutingContext http, Duration waitOfAddress, Function<Visitor, PageAnswer> page) {
    Visitor visitor = Visitor.of(http);
    PageFrame nobodys =
        new PageFrame(Objects.requireNonNullElse(visitor.language(), Language.EN), null, true);
    var unknown =
        limits.ofVisitors(
            "public-page:" + http.request().remoteAddress().hostAddress(), UNKNOWN_PER_MINUTE);
    Duration wait = waitOfAddress;
    if (wait.isZero() && http.request().method().equals(HttpMethod.POST)) {
      wait = submissions.ofLink(http.request().path());
    }
    if (!wait.isZero()) {
      return tooMany(nobodys, wait, PageWords::tooOftenText);
    }
    return switch (ask(page, visitor)) {
      case PageAnswer.NotNow busy -> page(busy.status(), nobodys, Templates.notNow());
      case PageAnswer.Page found ->
          page(Response.Status.OK.getStatusCode(), found.frame(), found.content());
      case PageAnswer.Closed closed -> {
        if (closed.unknown() && !unknown.tryConsume(1)) {
          yield tooMany(nobodys, GUESSING_PAUSE, PageWords::tooManyText);
        }
        yield page(ProblemType.NOT_FOUND.status(), nobodys, Templates.closed());
      }
    };
  }

  /** People are not shown problems: what was refused can be sent again. */
  private static PageAnswer ask(Function<Visitor, PageAnswer> page, Visitor visitor) {
    try {
      return page.apply(visitor);
    } catch (Refusal refusal) {
      LOG.warnf("a public page was refused: %s %s", refusal.type().slug(), refusal.detail());
      return new PageAnswer.NotNow(refusal.type().status());
    }
  }

  private static Response tooMany(
      PageFrame frame, Duration wait, Function<PageWords, String> text) {
    String words = text.apply(Words.in(frame.language(), PageWords.class));
    Response page = page(ProblemType.RATE_LIMITED.status(), frame, Templates.tooMany(words));
    return Response.fromResponse(page)
        .header(HttpHeaders.RETRY_AFTER, wait.plusSeconds(1).toSeconds())
        .build();
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
