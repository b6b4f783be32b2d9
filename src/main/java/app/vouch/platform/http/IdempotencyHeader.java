package app.vouch.platform.http;

import app.vouch.platform.access.RequestContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Takes the idempotency key of a REST write from its header. */
public class IdempotencyHeader {
  static final String HEADER = "Idempotency-Key";

  private final RequestContext request;

  IdempotencyHeader(RequestContext request) {
    this.request = request;
  }

  @ServerRequestFilter
  public void take(ContainerRequestContext in) {
    request.idempotencyKey(in.getHeaderString(HEADER));
  }
}
