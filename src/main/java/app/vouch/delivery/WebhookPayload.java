package app.vouch.delivery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint's deliveries hold.
 *
 * @param format {@code STANDARD} when absent
 * @param thin whether the event's {@code data} is null, for receivers that fetch what they need;
 *     false when absent
 * @param fields the members of a body of the endpoint's own; none for the whole event
 */
@Schema(name = "WebhookPayload")
@Name("WebhookPayload")
@Input("WebhookPayloadInput")
public record WebhookPayload(
    @Nullable PayloadFormat format,
    @Nullable Boolean thin,
    @Size(max = 100) @Nullable List<@NotNull @NonNull @Valid PayloadField> fields) {
  /** The whole event. */
  public static final WebhookPayload WHOLE =
      new WebhookPayload(PayloadFormat.STANDARD, false, List.of());

  public WebhookPayload {}

  /** With what a change names. */
  WebhookPayload with(@Nullable WebhookPayload change) {
    return change == null
        ? this
        : new WebhookPayload(
            change.format == null ? format : change.format,
            change.thin == null ? thin : change.thin,
            change.fields == null ? fields : change.fields);
  }

  public boolean leavesOutData() {
    return Boolean.TRUE.equals(thin);
  }

  public boolean hasFields() {
    return fields != null && !fields.isEmpty();
  }
}
