package app.vouch.platform.work;

import app.vouch.platform.access.Actor;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One write: who, what, when.
 *
 * @param operation the operation's name
 * @param resourceId what it was done to
 * @param keyId the API key that was used
 * @param changes JSON text: resource id → field → [before, after]
 */
@Schema(name = "AuditRecord")
@Name("AuditRecord")
public record AuditRecordView(
    @Id @NonNull String id,
    @NonNull String operation,
    @Nullable String resourceId,
    @NonNull Actor actor,
    @Nullable String keyId,
    @NonNull String requestId,
    @NonNull Instant recordedAt,
    @Nullable String changes)
    implements Identified {}
