package app.vouch.platform.http;

import app.vouch.platform.access.RequestContext;
import app.vouch.shared.Page;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Headers that follow from an answer: the next page's link, and whether a write was a replay. */
public class AnswerHeaders {
  private final RequestContext request;

  AnswerHeaders(RequestContext request) {
    this.request = request;
  }

  @ServerResponseFilter
  public void add(ContainerRequestContext in, ContainerResponseContext out) {
    if (request.replayed()) {
      out.getHeaders().putSingle("Idempotency-Replayed", "true");
    }
    if (out.getEntity() instanceof Page<?> page && page.page().nextCursor() != null) {
      UriInfo uri = in.getUriInfo();
      URI next =
          uri.getRequestUriBuilder().replaceQueryParam("cursor", page.page().nextCursor()).build();
      out.getHeaders()
          .putSingle(
              "Link", "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
    }
  }
}
