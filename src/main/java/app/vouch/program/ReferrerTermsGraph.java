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

/** What referrers agree to, over GraphQL. */
@GraphQLApi
public class ReferrerTermsGraph {
  private final ReferrerTermsService terms;

  ReferrerTermsGraph(ReferrerTermsService terms) {
    this.terms = terms;
  }

  @Query
  @Needs(Scope.CONSENTS_READ)
  @Description("The program's terms, and whether the referrer has accepted them.")
  public ReferrerTermsView referrerTerms(@Id @NonNull String id) {
    return terms.get(id);
  }

  @Mutation
  @Needs(Scope.CONSENTS_RECORD)
  @Description("Attests that the referrer has accepted the program's terms.")
  public @NonNull AcceptReferrerTermsPayload acceptReferrerTerms(
      @NonNull AcceptReferrerTerms input) {
    return Payloads.of(() -> terms.accept(input), AcceptReferrerTermsPayload::new);
  }

  /** The terms, or why not. */
  public record AcceptReferrerTermsPayload(
      @Nullable ReferrerTermsView referrerTerms, @NonNull List<@NonNull UserError> userErrors) {}
}
