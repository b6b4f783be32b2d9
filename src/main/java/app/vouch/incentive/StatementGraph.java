package app.vouch.incentive;

import app.vouch.incentive.ledger.LedgerStatementLineView;
import app.vouch.incentive.ledger.LedgerStatementView;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.ConnectionPage;
import app.vouch.platform.graphql.Connections;
import app.vouch.shared.IdType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Statements over GraphQL. */
@GraphQLApi
public class StatementGraph {
  private final StatementService statements;

  StatementGraph(StatementService statements) {
    this.statements = statements;
  }

  @Query
  @Needs(Scope.LEDGER_READ)
  @Description("What was owed to a payee at both ends of a time, by the time of recording.")
  public LedgerStatementView ledgerStatement(
      @Id @NonNull String payeeId,
      @NonNull String currency,
      @Nullable Instant from,
      @Nullable Instant to) {
    return statements.statement(payeeId, currency, from, to);
  }

  @Query
  @Needs(Scope.LEDGER_READ)
  @Description("Every movement on a payee's accounts, the oldest first.")
  public @NonNull LedgerStatementLineConnection ledgerStatementLines(
      @Id @NonNull String payeeId,
      @NonNull String currency,
      @Nullable Instant from,
      @Nullable Instant to,
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after) {
    return Connections.of(
        IdType.LEDGER_LEG,
        statements.lines(Connections.page(first, after), payeeId, currency, from, to),
        after != null,
        LedgerStatementLineEdge::new,
        LedgerStatementLineConnection::new);
  }

  /** A page of a statement. */
  public record LedgerStatementLineConnection(
      @NonNull List<@NonNull LedgerStatementLineEdge> edges, @NonNull ConnectionPage pageInfo) {}

  /** One line and its place. */
  public record LedgerStatementLineEdge(
      @NonNull String cursor, @NonNull LedgerStatementLineView node) {}
}
