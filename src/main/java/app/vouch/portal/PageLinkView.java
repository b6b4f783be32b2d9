package app.vouch.portal;

import app.vouch.platform.work.Identified;
import app.vouch.platform.work.WithSecret;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A referrer's link to one of their pages.
 *
 * @param url shown in the answer that makes the link and never again
 * @param secretWithheld true where a repeated call would have shown the URL again
 */
@Schema(name = "PageLink")
@Name("PageLink")
public record PageLinkView(
    @Id @NonNull String id,
    @Id @NonNull String referrerId,
    @NonNull PageLinkKind kind,
    @Nullable String url,
    boolean secretWithheld,
    @NonNull Instant createdAt,
    @NonNull Instant expiresAt)
    implements Identified, WithSecret<PageLinkView> {

  @Override
  public PageLinkView withheld() {
    return new PageLinkView(id, referrerId, kind, null, true, createdAt, expiresAt);
  }
}
