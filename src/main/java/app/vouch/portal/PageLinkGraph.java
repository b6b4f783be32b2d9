package app.vouch.portal;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Referrers' links over GraphQL. */
@GraphQLApi
public class PageLinkGraph {
  private final PageLinkService links;

  PageLinkGraph(PageLinkService links) {
    this.links = links;
  }

  @Mutation
  @Needs(Scope.REFERRERS_WRITE)
  @Description(
      "Makes a referrer's link to their form or status page; the earlier one stops working.")
  public @NonNull CreatePageLinkPayload createPageLink(@NonNull CreatePageLink input) {
    return Payloads.of(() -> links.create(input), CreatePageLinkPayload::new);
  }

  /** The link, or why not. */
  public record CreatePageLinkPayload(
      @Nullable PageLinkView pageLink, @NonNull List<@NonNull UserError> userErrors) {}
}
