package app.vouch.incentive.ledger;

import app.vouch.incentive.ledger.StatementRepository.Line;
import app.vouch.incentive.ledger.StatementRepository.Place;
import app.vouch.platform.persistence.Reads;
import app.vouch.shared.AmountView;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What moved on a payee's accounts, by the time of recording, the oldest first. */
@ApplicationScoped
public class LedgerStatements {
  private final StatementRepository statements;

  LedgerStatements(StatementRepository statements) {
    this.statements = statements;
  }

  /** How the payee stood at both ends. */
  @Reads
  public LedgerStatementView ends(StatementRange range) {
    List<UUID> accounts = statements.accounts(range);
    return new LedgerStatementView(
        range.owner(),
        range.currency().code(),
        range.from(),
        range.to(),
        money(range, statements.owed(accounts, Place.before(range.start()))),
        money(range, statements.owed(accounts, Place.before(range.end()))));
  }

  /**
   * @throws Refusal.Invalid when the cursor is none of this statement
   */
  @Reads
  public Page<LedgerStatementLineView> lines(PageRequest page, StatementRange range) {
    List<UUID> accounts = statements.accounts(range);
    Place after = place(page, accounts, range);
    List<Line> found = statements.lines(accounts, after, range.end(), page.limit() + 1);
    long before = statements.owed(accounts, after);
    return Page.of(
        found,
        page.limit(),
        line -> new Cursor(line.leg().id()),
        rows -> views(range, rows, before));
  }

  /**
   * All lines of a time.
   *
   * @throws Refusal.Invalid when there are more than that
   */
  @Reads
  public List<LedgerStatementLineView> all(StatementRange range, int atMost) {
    List<UUID> accounts = statements.accounts(range);
    Place start = Place.before(range.start());
    List<Line> found = statements.lines(accounts, start, range.end(), atMost + 1);
    if (found.size() > atMost) {
      throw new Refusal.Invalid(
          "/from",
          "too-long",
          "starts a statement of more than %d lines; name a shorter time".formatted(atMost));
    }
    return views(range, found, statements.owed(accounts, start));
  }

  private Place place(PageRequest page, List<UUID> accounts, StatementRange range) {
    if (page.after().equals(Cursor.START)) {
      return Place.before(range.start());
    }
    return statements
        .place(accounts, page.after().id())
        .filter(place -> !place.recordedAt().isBefore(range.start()))
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    "/cursor", "unknown-cursor", "must be a nextCursor of the same statement"));
  }

  private static List<LedgerStatementLineView> views(
      StatementRange range, List<Line> lines, long before) {
    List<LedgerStatementLineView> views = new ArrayList<>();
    long balance = before;
    for (Line line : lines) {
      balance = Math.addExact(balance, line.leg().owed());
      views.add(view(range, line, balance));
    }
    return List.copyOf(views);
  }

  private static LedgerStatementLineView view(StatementRange range, Line line, long balance) {
    LedgerEntry entry = line.entry();
    String[] key = entry.key().split(":", 3);
    boolean isAbout = key.length > 1 && IdType.of(key[0]).isPresent();
    return new LedgerStatementLineView(
        IdType.LEDGER_LEG.format(line.leg().id()),
        IdType.ENTRY.format(entry.id()),
        isAbout ? key[0] : null,
        isAbout ? key[1] : entry.key(),
        line.leg().kind(),
        money(range, line.leg().owed()),
        money(range, balance),
        entry.effectiveAt(),
        entry.recordedAt());
  }

  private static AmountView money(StatementRange range, long minor) {
    return new Money(minor, range.currency()).shown();
  }
}
