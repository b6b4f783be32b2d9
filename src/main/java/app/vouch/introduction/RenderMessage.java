package app.vouch.introduction;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Makes a message's text and, where it brings one, a fresh link. */
@Schema(name = "RenderMessage")
@Input("RenderMessageInput")
public record RenderMessage(
    @Schema(hidden = true) @Id @NonNull String id,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {
  public RenderMessage {}
}
