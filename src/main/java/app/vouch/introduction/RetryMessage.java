package app.vouch.introduction;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Has a message's mails that failed tried again. */
@Schema(hidden = true)
@Input("RetryMessageInput")
public record RetryMessage(@Id @NonNull String id, @Nullable String idempotencyKey)
    implements Command, OnResource {
  public RetryMessage {}
}
