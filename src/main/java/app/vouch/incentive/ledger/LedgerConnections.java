package app.vouch.incentive.ledger;

import app.vouch.platform.graphql.ConnectionPage;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** Pages of the books in GraphQL. */
public final class LedgerConnections {

  /** A page of accounts. */
  public record LedgerAccountConnection(
      @NonNull List<@NonNull LedgerAccountEdge> edges, @NonNull ConnectionPage pageInfo) {}

  /** One account and its place. */
  public record LedgerAccountEdge(@NonNull String cursor, @NonNull LedgerAccountView node) {}

  /** A page of balances. */
  public record LedgerBalanceConnection(
      @NonNull List<@NonNull LedgerBalanceEdge> edges, @NonNull ConnectionPage pageInfo) {}

  /** One balance and its place. */
  public record LedgerBalanceEdge(@NonNull String cursor, @NonNull LedgerBalanceView node) {}

  /** A page of entries. */
  public record LedgerEntryConnection(
      @NonNull List<@NonNull LedgerEntryEdge> edges, @NonNull ConnectionPage pageInfo) {}

  /** One entry and its place. */
  public record LedgerEntryEdge(@NonNull String cursor, @NonNull LedgerEntryView node) {}

  private LedgerConnections() {}
}
