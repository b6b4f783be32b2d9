package app.vouch.incentive.ledger;

import app.vouch.incentive.ledger.LedgerConnections.LedgerAccountConnection;
import app.vouch.incentive.ledger.LedgerConnections.LedgerAccountEdge;
import app.vouch.incentive.ledger.LedgerConnections.LedgerBalanceConnection;
import app.vouch.incentive.ledger.LedgerConnections.LedgerBalanceEdge;
import app.vouch.incentive.ledger.LedgerConnections.LedgerEntryConnection;
import app.vouch.incentive.ledger.LedgerConnections.LedgerEntryEdge;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.graphql.Connections;
import app.vouch.platform.graphql.Payloads;
import app.vouch.platform.graphql.UserError;
import app.vouch.shared.IdType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** The books over GraphQL. */
@GraphQLApi
public class LedgerGraph {
  private final LedgerReportService reports;
  private final LedgerPeriodService periods;

  LedgerGraph(LedgerReportService reports, LedgerPeriodService periods) {
    this.reports = reports;
    this.periods = periods;
  }

  @Query
  @Needs(Scope.LEDGER_READ)
  @Description("Accounts, the newest first.")
  public @NonNull LedgerAccountConnection ledgerAccounts(
      @Nullable AccountKind kind,
      @Nullable String code,
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after) {
    return Connections.of(
        IdType.ACCOUNT,
        reports.accounts(Connections.page(first, after), kind, code),
        after != null,
        LedgerAccountEdge::new,
        LedgerAccountConnection::new);
  }

  @Query
  @Needs(Scope.LEDGER_READ)
  @Description(
      "Balances as of a moment: asOf by the time of recording, effectiveAsOf by the time at which"
          + " entries count.")
  public @NonNull LedgerBalanceConnection ledgerBalances(
      @Nullable Instant asOf,
      @Nullable Instant effectiveAsOf,
      @Nullable AccountKind kind,
      @Nullable String code,
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after) {
    return Connections.of(
        IdType.ACCOUNT,
        reports.balances(Connections.page(first, after), asOf, effectiveAsOf, kind, code),
        after != null,
        LedgerBalanceEdge::new,
        LedgerBalanceConnection::new);
  }

  @Query
  @Needs(Scope.LEDGER_READ)
  @Description("Entries, the newest first; about takes the id of a reward or payout.")
  public @NonNull LedgerEntryConnection ledgerEntries(
      @Nullable String about,
      @Nullable String account,
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after) {
    return Connections.of(
        IdType.ENTRY,
        reports.entries(Connections.page(first, after), about, account),
        after != null,
        LedgerEntryEdge::new,
        LedgerEntryConnection::new);
  }

  @Query
  @Needs(Scope.LEDGER_READ)
  @Description("An entry, by its id.")
  public LedgerEntryView ledgerEntry(@Id @NonNull String id) {
    return reports.entry(id);
  }

  @Query
  @Needs(Scope.LEDGER_READ)
  @Description("What is posted, by kind of account and currency; times as for ledgerBalances.")
  public @NonNull TrialBalanceView trialBalance(
      @Nullable Instant asOf, @Nullable Instant effectiveAsOf) {
    return reports.trialBalance(asOf, effectiveAsOf);
  }

  @Query
  @Needs(Scope.LEDGER_READ)
  @Description("How far the books are closed.")
  public LedgerPeriodView ledgerPeriod() {
    return periods.get();
  }

  @Mutation
  @Needs(Scope.LEDGER_ADJUST)
  @Description("Closes the books through a day that is over, in UTC; they are never opened again.")
  public @NonNull CloseLedgerPeriodPayload closeLedgerPeriod(@NonNull CloseLedgerPeriod input) {
    return Payloads.of(() -> periods.close(input), CloseLedgerPeriodPayload::new);
  }

  /** How far the books are closed, or why not further. */
  public record CloseLedgerPeriodPayload(
      @Nullable LedgerPeriodView ledgerPeriod, @NonNull List<@NonNull UserError> userErrors) {}
}
