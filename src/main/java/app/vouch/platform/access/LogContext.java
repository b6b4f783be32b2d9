package app.vouch.platform.access;

import app.vouch.shared.IdType;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** What every log line tells of the work at hand: its request and its tenant. */
public final class LogContext {
  private static final String REQUEST = "requestId";
  private static final String TENANT = "tenant";

  /** Does a step under another id and for another tenant than what is going on around it. */
  public static <T> T call(UUID tenant, String requestId, Supplier<T> step) {
    Object requestBefore = MDC.get(REQUEST);
    Object tenantBefore = MDC.get(TENANT);
    request(requestId);
    tenant(tenant);
    try {
      return step.get();
    } finally {
      set(REQUEST, requestBefore);
      set(TENANT, tenantBefore);
    }
  }

  static void request(String id) {
    set(REQUEST, id);
  }

  /** The present tenant; null where none is known any more. */
  static void tenant(@Nullable UUID tenant) {
    set(TENANT, tenant == null ? null : name(tenant));
  }

  private static String name(UUID tenant) {
    return tenant.equals(Caller.OPERATORS_REALM) ? "operator" : IdType.TENANT.format(tenant);
  }

  private static void set(String key, @Nullable Object value) {
    if (value == null) {
      MDC.remove(key);
    } else {
      MDC.put(key, value);
    }
  }

  private LogContext() {}
}
