package app.vouch.portal;

import app.vouch.platform.work.Command;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Makes a referrer's link to one of their pages; the earlier link of that kind stops working. */
@Schema(name = "CreatePageLink")
@Input("CreatePageLinkInput")
public record CreatePageLink(
    @Schema(hidden = true) @Id @NonNull @NotNull String referrerId,
    @NotNull PageLinkKind kind,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OfReferrer {

  public CreatePageLink {}

  CreatePageLink of(String referrer) {
    return new CreatePageLink(referrer, kind, idempotencyKey);
  }
}
