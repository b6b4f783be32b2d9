package app.vouch.incentive.proof;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** Pages of the proof in GraphQL. */
public final class LedgerProofConnections {

  /** A page of verifications. */
  public record LedgerVerificationConnection(
      @NonNull List<@NonNull LedgerVerificationEdge> edges, @NonNull ConnectionPage pageInfo) {}

  /** One verification and its place. */
  public record LedgerVerificationEdge(
      @NonNull String cursor, @NonNull LedgerVerificationView node) {}

  /** A page of signed heads. */
  public record LedgerHeadConnection(
      @NonNull List<@NonNull LedgerHeadEdge> edges, @NonNull ConnectionPage pageInfo) {}

  /** One head and its place. */
  public record LedgerHeadEdge(@NonNull String cursor, @NonNull LedgerHeadView node) {}

  private LedgerProofConnections() {}
}
