package app.vouch.incentive;

import app.vouch.directory.PersonService;
import app.vouch.incentive.ledger.LedgerStatementLineView;
import app.vouch.incentive.ledger.LedgerStatementView;
import app.vouch.incentive.ledger.LedgerStatements;
import app.vouch.incentive.ledger.StatementRange;
import app.vouch.platform.access.RequestContext;
import app.vouch.platform.access.Scope;
import app.vouch.platform.brand.BrandingService;
import app.vouch.platform.page.PageAnswer;
import app.vouch.platform.page.PageFrame;
import app.vouch.platform.persistence.Reads;
import app.vouch.shared.IdType;
import app.vouch.shared.Language;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import app.vouch.shared.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells a payee what was booked for them. */
@ApplicationScoped
public class StatementService {
  /** What a file or a printed page holds. */
  private static final int MAX_LINES = 5_000;

  private final LedgerStatements statements;
  private final PersonService people;
  private final BrandingService brands;
  private final RequestContext request;
  private final Clock clock;

  StatementService(
      LedgerStatements statements,
      PersonService people,
      BrandingService brands,
      RequestContext request,
      Clock clock) {
    this.statements = statements;
    this.people = people;
    this.brands = brands;
    this.request = request;
    this.clock = clock;
  }

  /**
   * What was owed to the payee at both ends of a time.
   *
   * @throws Refusal.NotFound when there is no such person
   * @throws Refusal.Invalid when the currency is unknown or the time ends before it begins
   */
  @Reads
  public LedgerStatementView statement(
      String payeeId, String currency, @Nullable Instant from, @Nullable Instant to) {
    return statements.ends(range(payeeId, currency, from, to));
  }

  /**
   * Every movement, the oldest first.
   *
   * @throws Refusal.NotFound as {@link #statement}
   * @throws Refusal.Invalid as {@link #statement}
   */
  @Reads
  public Page<LedgerStatementLineView> lines(
      PageRequest page,
      String payeeId,
      String currency,
      @Nullable Instant from,
      @Nullable Instant to) {
    return statements.lines(page, range(payeeId, currency, from, to));
  }

  /**
   * The same as a file for spreadsheets, with both balances.
   *
   * @throws Refusal.Invalid as {@link #statement}, or when there are more than 5,000 lines
   */
  @Reads
  public String csv(String payeeId, String currency, @Nullable Instant from, @Nullable Instant to) {
    StatementRange range = range(payeeId, currency, from, to);
    return StatementCsv.of(statements.ends(range), statements.all(range, MAX_LINES));
  }

  /**
   * The same as a page to read and print. It names the payee where the caller may read people.
   *
   * @throws Refusal.Invalid as {@link #csv}
   */
  @Reads
  public PageAnswer.Page page(
      String payeeId, String currency, @Nullable Instant from, @Nullable Instant to) {
    StatementRange range = range(payeeId, currency, from, to);
    StatementPage page =
        new StatementPage(
            name(payeeId),
            statements.ends(range),
            statements.all(range, MAX_LINES),
            clock.instant());
    return new PageAnswer.Page(
        new PageFrame(Language.EN, brands.brand(), false), StatementPages.statement(page));
  }

  private String name(String payeeId) {
    return request.hasScope(Scope.PEOPLE_READ)
        ? people.name(IdType.PERSON.inPath(payeeId)).orElse(payeeId)
        : payeeId;
  }

  private StatementRange range(
      String payeeId, String currency, @Nullable Instant from, @Nullable Instant to) {
    UUID payee = IdType.PERSON.inPath(payeeId);
    if (people.name(payee).isEmpty()) {
      throw new Refusal.NotFound(IdType.PERSON, payeeId);
    }
    if (from != null && to != null && to.isBefore(from)) {
      throw new Refusal.Invalid("/to", "out-of-bounds", "must not be before from");
    }
    return new StatementRange(
        IdType.PERSON.format(payee), Unit.read("/currency", currency), from, to);
  }
}
