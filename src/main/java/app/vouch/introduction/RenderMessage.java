package app.vouch.introduction;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import app.vouch.shared.Language;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Makes a message's text and, where it brings one, a fresh link.
 *
 * @param language the tenant's default when absent
 */
@Schema(name = "RenderMessage")
@Input("RenderMessageInput")
public record RenderMessage(
    @Schema(hidden = true) @Id @NonNull String id,
    @Nullable Language language,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OnResource {
  public RenderMessage {}

  /** The command of a REST call, whose body may be left out. */
  static RenderMessage of(String message, @Nullable RenderMessage body) {
    return new RenderMessage(message, body == null ? null : body.language, null);
  }
}
