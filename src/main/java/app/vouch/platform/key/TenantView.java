package app.vouch.platform.key;

import app.vouch.platform.work.Identified;
import app.vouch.platform.work.WithSecret;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as the operator sees it.
 *
 * @param id the live realm
 * @param testId the test realm
 * @param liveKey every tenant scope; shown in the answer that makes the tenant and never again
 * @param secretWithheld true where a repeated call would have shown the keys again
 */
@Schema(name = "Tenant")
public record TenantView(
    String id,
    String testId,
    String name,
    Instant createdAt,
    @Nullable String liveKey,
    @Nullable String testKey,
    boolean secretWithheld)
    implements Identified, WithSecret<TenantView> {

  @Override
  public TenantView withheld() {
    return new TenantView(id, testId, name, createdAt, null, null, true);
  }
}
