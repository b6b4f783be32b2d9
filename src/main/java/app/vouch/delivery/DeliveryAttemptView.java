package app.vouch.delivery;

import app.vouch.platform.work.Identified;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One try to deliver.
 *
 * @param number 1 for the first
 * @param status the answer's HTTP status; null when none came
 * @param error why it failed; null when it did not
 * @param requestHeaders as they were sent, secrets masked; none when nothing was sent
 * @param responseExcerpt the beginning of the answer's body, 20 kB at most
 */
@Schema(name = "DeliveryAttempt")
@Name("DeliveryAttempt")
public record DeliveryAttemptView(
    @Id @NonNull String id,
    @Id @NonNull String deliveryId,
    int number,
    @NonNull Instant startedAt,
    int durationMillis,
    @Nullable Integer status,
    @Nullable String error,
    @NonNull List<@NonNull WebhookHeader> requestHeaders,
    @Nullable String responseExcerpt)
    implements Identified {}
