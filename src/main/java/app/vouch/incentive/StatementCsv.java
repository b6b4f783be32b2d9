package app.vouch.incentive;

import app.vouch.incentive.ledger.LedgerStatementLineView;
import app.vouch.incentive.ledger.LedgerStatementView;
import app.vouch.shared.Csv;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement as a file for spreadsheets. */
final class StatementCsv {
  private static final List<String> HEAD =
      List.of(
          "recordedAt",
          "effectiveAt",
          "about",
          "step",
          "account",
          "entryId",
          "change",
          "balance",
          "currency");

  static String of(LedgerStatementView ends, List<LedgerStatementLineView> lines) {
    StringBuilder file = new StringBuilder(Csv.line(HEAD));
    file.append(balance("OPENING_BALANCE", ends.from(), ends.openingBalance().number(), ends));
    for (LedgerStatementLineView line : lines) {
      file.append(
          Csv.line(
              List.of(
                  line.recordedAt().toString(),
                  line.effectiveAt().toString(),
                  text(line.about()),
                  line.step(),
                  line.account().name(),
                  line.entryId(),
                  line.change().number(),
                  line.balance().number(),
                  ends.currency())));
    }
    file.append(balance("CLOSING_BALANCE", ends.to(), ends.closingBalance().number(), ends));
    return file.toString();
  }

  private static String balance(
      String step, @Nullable Instant at, String amount, LedgerStatementView ends) {
    return Csv.line(List.of(text(at), "", "", step, "", "", "", amount, ends.currency()));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private StatementCsv() {}
}
