package app.vouch.incentive;

import app.vouch.incentive.ledger.LedgerStatementLineView;
import app.vouch.incentive.ledger.LedgerStatementView;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.page.PageAnswer;
import app.vouch.platform.page.PublicPages;
import app.vouch.shared.Csv;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import app.vouch.shared.Times;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Statements over REST. */
@Path("/v1/ledger/statements/{payeeId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
public class StatementResource {
  private final StatementService statements;

  StatementResource(StatementService statements) {
    this.statements = statements;
  }

  @GET
  @Needs(Scope.LEDGER_READ)
  @Operation(
      operationId = "ledgerStatement",
      summary = "Read what was owed to a payee at both ends of a time")
  public LedgerStatementView statement(
      @PathParam("payeeId") String payeeId,
      @Parameter(required = true) @QueryParam("currency") @Nullable String currency,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    return statements.statement(payeeId, named(currency), from(from), to(to));
  }

  @GET
  @Path("/lines")
  @Needs(Scope.LEDGER_READ)
  @Operation(
      operationId = "ledgerStatementLines",
      summary = "List every movement on a payee's accounts, the oldest first",
      description = "By the time of recording: from that time on, and before the other.")
  public Page<LedgerStatementLineView> lines(
      @PathParam("payeeId") String payeeId,
      @Parameter(required = true) @QueryParam("currency") @Nullable String currency,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return statements.lines(
        PageRequest.parse(limit, cursor), payeeId, named(currency), from(from), to(to));
  }

  @GET
  @Path("/csv")
  @Produces(Csv.MEDIA_TYPE)
  @Needs(Scope.LEDGER_READ)
  @Operation(
      operationId = "ledgerStatementCsv",
      summary = "Read a payee's statement as a file for spreadsheets")
  @APIResponse(
      responseCode = "200",
      description = "Comma-separated values, RFC 4180",
      content =
          @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(implementation = String.class)))
  public Response csv(
      @PathParam("payeeId") String payeeId,
      @Parameter(required = true) @QueryParam("currency") @Nullable String currency,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    return Response.ok(statements.csv(payeeId, named(currency), from(from), to(to)))
        .type(Csv.MEDIA_TYPE + ";charset=utf-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"statement-%s.csv\"".formatted(payeeId))
        .build();
  }

  @GET
  @Path("/page")
  @Produces(MediaType.TEXT_HTML)
  @Needs(Scope.LEDGER_READ)
  @Operation(
      operationId = "ledgerStatementPage",
      summary = "Read a payee's statement as a page to print")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content =
          @Content(
              mediaType = MediaType.TEXT_HTML,
              schema = @Schema(implementation = String.class)))
  public Response page(
      @PathParam("payeeId") String payeeId,
      @Parameter(required = true) @QueryParam("currency") @Nullable String currency,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    PageAnswer.Page page = statements.page(payeeId, named(currency), from(from), to(to));
    return PublicPages.answer(page.frame(), page.content());
  }

  private static String named(@Nullable String currency) {
    if (currency == null) {
      throw new Refusal.Invalid("/currency", "required", "must be given, such as USD");
    }
    return currency;
  }

  private static @Nullable Instant from(@Nullable String text) {
    return Times.parameter("/from", text);
  }

  private static @Nullable Instant to(@Nullable String text) {
    return Times.parameter("/to", text);
  }
}
