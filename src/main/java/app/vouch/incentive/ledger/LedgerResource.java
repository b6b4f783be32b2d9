package app.vouch.incentive.ledger;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.shared.Choices;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Times;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The books over REST. */
@Path("/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
public class LedgerResource {
  private final LedgerReportService reports;

  LedgerResource(LedgerReportService reports) {
    this.reports = reports;
  }

  @GET
  @Path("/accounts")
  @Needs(Scope.LEDGER_READ)
  @Operation(operationId = "ledgerAccounts", summary = "List accounts, the newest first")
  public Page<LedgerAccountView> accounts(
      @Schema(implementation = AccountKind.class) @QueryParam("kind") @Nullable String kind,
      @QueryParam("code") @Nullable String code,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return reports.accounts(PageRequest.parse(limit, cursor), kind(kind), code);
  }

  @GET
  @Path("/balances")
  @Needs(Scope.LEDGER_READ)
  @Operation(
      operationId = "ledgerBalances",
      summary = "Read balances as of a moment, by the time of recording")
  public Page<LedgerBalanceView> balances(
      @QueryParam("asOf") @Nullable String asOf,
      @Schema(implementation = AccountKind.class) @QueryParam("kind") @Nullable String kind,
      @QueryParam("code") @Nullable String code,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return reports.balances(
        PageRequest.parse(limit, cursor), Times.parameter("/asOf", asOf), kind(kind), code);
  }

  @GET
  @Path("/entries")
  @Needs(Scope.LEDGER_READ)
  @Operation(operationId = "ledgerEntries", summary = "List entries, the newest first")
  public Page<LedgerEntryView> entries(
      @QueryParam("about") @Nullable String about,
      @QueryParam("account") @Nullable String account,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return reports.entries(PageRequest.parse(limit, cursor), about, account);
  }

  @GET
  @Path("/entries/{id}")
  @Needs(Scope.LEDGER_READ)
  @Operation(operationId = "ledgerEntry", summary = "Read an entry")
  public LedgerEntryView entry(@PathParam("id") String id) {
    return reports.entry(id);
  }

  @GET
  @Path("/trial-balance")
  @Needs(Scope.LEDGER_READ)
  @Operation(operationId = "trialBalance", summary = "Read the trial balance")
  public TrialBalanceView trialBalance() {
    return reports.trialBalance();
  }

  private static @Nullable AccountKind kind(@Nullable String text) {
    return Choices.parse(AccountKind.class, "/kind", text);
  }
}
