package app.vouch.platform.due;

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

/** What is due, over REST. */
@Path("/v1/due-items")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Referrals")
public class DueItemResource {
  private final DueItemService items;

  DueItemResource(DueItemService items) {
    this.items = items;
  }

  @GET
  @Needs(Scope.REFERRALS_READ)
  @Operation(
      operationId = "dueItems",
      summary = "List what is due and overdue, the earliest first",
      description =
          "Items of introductions need introductions:read as well; without it they are left out.")
  public Page<DueItemView> list(
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("overdue") @Nullable String overdue) {
    return items.list(
        PageRequest.limit(limit),
        cursor,
        new DueItemFilter(
            Choices.parse(DueKind.class, "/kind", kind), Choices.flag("/overdue", overdue)));
  }
}
