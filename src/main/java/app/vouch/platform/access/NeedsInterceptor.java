package app.vouch.platform.access;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Refuses a call whose key lacks the scope that the operation names. */
@Needs
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class NeedsInterceptor {
  private final RequestContext request;

  NeedsInterceptor(RequestContext request) {
    this.request = request;
  }

  @AroundInvoke
  @Nullable Object check(InvocationContext call) throws Exception {
    Needs needs = call.getMethod().getAnnotation(Needs.class);
    if (needs != null) {
      request.requireScope(needs.value());
    }
    return call.proceed();
  }
}
