package app.vouch.incentive.ledger;

import app.vouch.shared.AmountView;
import app.vouch.shared.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All balances at a glance: per currency, what stands on the debit side equals what stands on the
 * credit side.
 *
 * @param asOf entries that were recorded until then are counted
 * @param effectiveAsOf only those of them that counted then; null where that does not matter
 * @param rows one for each kind of account and currency, by kind
 */
@Schema(name = "TrialBalance")
@Name("TrialBalance")
public record TrialBalanceView(
    @NonNull Instant asOf,
    @Nullable Instant effectiveAsOf,
    @NonNull List<@NonNull Row> rows,
    @NonNull List<@NonNull Total> totals) {

  /**
   * The balance of one kind of account.
   *
   * @param account the kind
   * @param debit zero where the balance is on the other side
   */
  @Schema(name = "TrialBalanceRow")
  @Name("TrialBalanceRow")
  public record Row(
      @NonNull AccountKind account, @NonNull AmountView debit, @NonNull AmountView credit) {}

  /** The sums of one currency. */
  @Schema(name = "TrialBalanceTotal")
  @Name("TrialBalanceTotal")
  public record Total(@NonNull AmountView debit, @NonNull AmountView credit, boolean balanced) {}

  private record Sums(BigDecimal debit, BigDecimal credit) {
    Sums plus(Sums other) {
      return new Sums(debit.add(other.debit), credit.add(other.credit));
    }

    Sums net() {
      BigDecimal net = debit.subtract(credit);
      return net.signum() >= 0
          ? new Sums(net, BigDecimal.ZERO)
          : new Sums(BigDecimal.ZERO, net.negate());
    }
  }

  /**
   * @param sums kind, currency, posted debits, posted credits
   */
  static TrialBalanceView of(List<Object[]> sums, AsOf moment) {
    List<Row> rows = new ArrayList<>();
    Map<String, Sums> totals = new TreeMap<>();
    for (Object[] sum : sums) {
      AccountKind kind = (AccountKind) sum[0];
      String currency = (String) sum[1];
      Sums net = new Sums((BigDecimal) sum[2], (BigDecimal) sum[3]).net();
      rows.add(new Row(kind, money(net.debit(), currency), money(net.credit(), currency)));
      totals.merge(currency, net, Sums::plus);
    }
    rows.sort(Comparator.comparing(Row::account).thenComparing(row -> row.debit().code()));
    return new TrialBalanceView(
        moment.recorded(),
        moment.effective(),
        List.copyOf(rows),
        totals.entrySet().stream()
            .map(
                e ->
                    new Total(
                        money(e.getValue().debit(), e.getKey()),
                        money(e.getValue().credit(), e.getKey()),
                        e.getValue().debit().compareTo(e.getValue().credit()) == 0))
            .toList());
  }

  private static AmountView money(BigDecimal minor, String currency) {
    Unit unit = Unit.of(currency);
    String number = minor.movePointLeft(unit.digits()).setScale(unit.digits()).toPlainString();
    return unit.isCurrency()
        ? new AmountView(number, currency, null, null)
        : new AmountView(null, null, number, currency);
  }
}
