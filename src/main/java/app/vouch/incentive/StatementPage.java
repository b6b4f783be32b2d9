package app.vouch.incentive;

import app.vouch.incentive.ledger.LedgerStatementLineView;
import app.vouch.incentive.ledger.LedgerStatementView;
import java.time.Instant;
import java.util.List;

/**
 * A statement for somebody to read and print.
 *
 * @param payee the name, or the id where the reader may not know it
 */
public record StatementPage(
    String payee, LedgerStatementView ends, List<LedgerStatementLineView> lines, Instant readAt) {}
