package app.vouch.platform.brand;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** The tenant's branding over GraphQL. */
@GraphQLApi
public class BrandingGraph {
  private final BrandingService branding;

  BrandingGraph(BrandingService branding) {
    this.branding = branding;
  }

  @Query
  @Needs(Scope.BRANDING_READ)
  @Description("How the tenant shows itself on hosted pages.")
  public BrandingView branding() {
    return branding.get();
  }

  @Mutation
  @Needs(Scope.BRANDING_WRITE)
  @Description("Changes how the tenant shows itself on hosted pages.")
  public @NonNull UpdateBrandingPayload updateBranding(@NonNull UpdateBranding input) {
    return Payloads.of(() -> branding.update(input), UpdateBrandingPayload::new);
  }

  /** The branding, or why not. */
  public record UpdateBrandingPayload(
      @Nullable BrandingView branding, @NonNull List<@NonNull UserError> userErrors) {}
}
