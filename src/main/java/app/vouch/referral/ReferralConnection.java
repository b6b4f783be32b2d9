package app.vouch.referral;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of referrals in GraphQL. */
public record ReferralConnection(
    @NonNull List<@NonNull ReferralEdge> edges, @NonNull ConnectionPage pageInfo) {

  /** One referral and its place. */
  public record ReferralEdge(@NonNull String cursor, @NonNull ReferralView node) {}
}
