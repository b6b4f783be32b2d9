package app.vouch.incentive.ledger;

import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.http.Responses;
import app.vouch.shared.Choices;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Times;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The books over REST. */
@Path("/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
public class LedgerResource {
  private final LedgerReportService reports;
  private final LedgerPeriodService periods;

  LedgerResource(LedgerReportService reports, LedgerPeriodService periods) {
    this.reports = reports;
    this.periods = periods;
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
      summary = "Read balances as of a moment",
      description =
          "asOf counts what was recorded until then; effectiveAsOf counts, of that, what had its"
              + " effect by then. Both together: what was known at the one time about the other.")
  public Page<LedgerBalanceView> balances(
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("effectiveAsOf") @Nullable String effectiveAsOf,
      @Schema(implementation = AccountKind.class) @QueryParam("kind") @Nullable String kind,
      @QueryParam("code") @Nullable String code,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return reports.balances(
        PageRequest.parse(limit, cursor),
        Times.parameter("/asOf", asOf),
        Times.parameter("/effectiveAsOf", effectiveAsOf),
        kind(kind),
        code);
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
  @Operation(
      operationId = "trialBalance",
      summary = "Read the trial balance",
      description = "asOf and effectiveAsOf as for balances.")
  public TrialBalanceView trialBalance(
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("effectiveAsOf") @Nullable String effectiveAsOf) {
    return reports.trialBalance(
        Times.parameter("/asOf", asOf), Times.parameter("/effectiveAsOf", effectiveAsOf));
  }

  @GET
  @Path("/period")
  @Needs(Scope.LEDGER_READ)
  @Operation(operationId = "ledgerPeriod", summary = "Read how far the books are closed")
  public LedgerPeriodView period() {
    return periods.get();
  }

  @POST
  @Path("/period/close")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Scope.LEDGER_ADJUST)
  @Operation(
      operationId = "closeLedgerPeriod",
      summary = "Close the books through a day that is over, in UTC",
      description =
          "From then on no entry can count on that day or before. They are never opened again.")
  @APIResponseSchema(LedgerPeriodView.class)
  public Response close(@NotNull CloseLedgerPeriod command) {
    return Responses.of(periods.close(command));
  }

  private static @Nullable AccountKind kind(@Nullable String text) {
    return Choices.parse(AccountKind.class, "/kind", text);
  }
}
