package app.vouch.introduction;

import app.vouch.platform.http.RateLimits;
import app.vouch.shared.ProblemType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/**
 * Answers public links: with a page, with headers that keep the link from leaking, and not without
 * end for somebody who guesses.
 */
@ApplicationScoped
class PublicPages {
  private static final int UNKNOWN_PER_MINUTE = 20;
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final RateLimits limits;

  PublicPages(RateLimits limits) {
    this.limits = limits;
  }

  /** The pages; names and parameters are checked when the service is built. */
  @CheckedTemplate(basePath = "introduction")
  static final class Templates {
    static native TemplateInstance ask(OptInPage page);

    static native TemplateInstance answered(ConfirmationPage page);

    static native TemplateInstance withdraw(ConfirmationPage page);

    static native TemplateInstance optOut(OptOutPage page);

    static native TemplateInstance optedOut(OptOutPage page);

    static native TemplateInstance closed();

    static native TemplateInstance tooMany();

    static native TemplateInstance evidence(EvidencePage page);

    private Templates() {}
  }

  Response answer(RoutingContext http, Supplier<PageResult> result) {
    var unknown =
        limits.bucket(
            "public-page:" + http.request().remoteAddress().hostAddress(), UNKNOWN_PER_MINUTE);
    if (unknown.getAvailableTokens() <= 0) {
      return page(ProblemType.RATE_LIMITED.status(), Templates.tooMany());
    }
    return switch (result.get()) {
      case PageResult.Asking asking -> page(ok(), Templates.ask(asking.page()));
      case PageResult.Answered answered -> page(ok(), Templates.answered(answered.page()));
      case PageResult.Withdrawing offer -> page(ok(), Templates.withdraw(offer.page()));
      case PageResult.OptingOut offer -> page(ok(), Templates.optOut(offer.page()));
      case PageResult.OptedOut done -> page(ok(), Templates.optedOut(done.page()));
      case PageResult.Closed closed -> {
        if (closed.unknown()) {
          unknown.tryConsume(1);
        }
        yield page(ProblemType.NOT_FOUND.status(), Templates.closed());
      }
    };
  }

  /** Not public, but answered with the same care. */
  static Response evidence(EvidencePage page) {
    return page(ok(), Templates.evidence(page));
  }

  private static int ok() {
    return Response.Status.OK.getStatusCode();
  }

  private static Response page(int status, TemplateInstance template) {
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex, nofollow")
        .header("Cache-Control", "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .entity(template.render())
        .build();
  }

  static Visitor visitor(RoutingContext http) {
    return new Visitor(
        http.request().remoteAddress().hostAddress(), http.request().getHeader("User-Agent"));
  }
}
