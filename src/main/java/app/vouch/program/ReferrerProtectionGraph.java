package app.vouch.program;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Referrers' protection over GraphQL. */
@GraphQLApi
public class ReferrerProtectionGraph {
  private final ReferrerProtectionService protections;

  ReferrerProtectionGraph(ReferrerProtectionService protections) {
    this.protections = protections;
  }

  @Query
  @Needs(Scope.REFERRERS_READ)
  @Description("What a referrer set against being asked too often.")
  public ReferrerProtectionView referrerProtection(@Id @NonNull String id) {
    return protections.get(id);
  }

  @Mutation
  @Needs(Scope.REFERRERS_WRITE)
  @Description("Sets how often, and about whom, a referrer may be asked for introductions.")
  public @NonNull UpdateReferrerProtectionPayload updateReferrerProtection(
      @NonNull UpdateReferrerProtection input) {
    return Payloads.of(() -> protections.update(input), UpdateReferrerProtectionPayload::new);
  }

  /** The protection, or why not. */
  public record UpdateReferrerProtectionPayload(
      @Nullable ReferrerProtectionView protection, @NonNull List<@NonNull UserError> userErrors) {}
}
