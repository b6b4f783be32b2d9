package app.vouch.referral;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.shared.Choices;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What waits for a person, over REST. */
@Path("/v1/review-items")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Referrals")
public class ReviewItemResource {
  private final ReviewItemService items;

  ReviewItemResource(ReviewItemService items) {
    this.items = items;
  }

  @GET
  @Needs(Scope.REFERRALS_READ)
  @Operation(operationId = "reviewItems", summary = "List what waits for a person's decision")
  public Page<ReviewItemView> list(
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("resolved") @Nullable String resolved) {
    return items.list(PageRequest.parse(limit, cursor), Choices.flag("/resolved", resolved));
  }
}
