package app.vouch.incentive.proof;

import app.vouch.platform.persistence.Sql;
import app.vouch.shared.IdType;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is booked for each payout is what its state says, and its parts are its total. */
@ApplicationScoped
class PayoutCheck implements Check {
  private static final int AT_ONCE = 200;
  private static final Set<String> LIVE = Set.of("DRAFT", "APPROVED", "SENT", "SETTLED");

  private record Payout(
      UUID id,
      String state,
      long total,
      long arrears,
      long setOff,
      String currency,
      String adapter,
      @Nullable UUID payment,
      String payee,
      BigDecimal items,
      BigDecimal liveItems) {

    long amount() {
      return total - setOff;
    }

    /** What the state says, or nothing. */
    long in(String wanted) {
      return state.equals(wanted) ? amount() : 0;
    }

    String clearing() {
      return Booked.account("CLEARING:" + adapter, currency);
    }

    String external() {
      return Booked.account("EXTERNAL:" + adapter, currency);
    }

    Set<String> accounts() {
      return Set.of(
          Booked.account("PAYABLE:" + payee, currency),
          Booked.account("RECEIVABLE:" + payee, currency),
          clearing(),
          external());
    }
  }

  private final Sql sql;

  PayoutCheck(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CheckKind kind() {
    return CheckKind.PAYOUTS;
  }

  @Override
  public Piece run(UUID tenant, @Nullable String cursor) {
    UUID after = Cursors.after(cursor);
    List<Payout> payouts = payouts(tenant, after);
    UUID last = payouts.size() == AT_ONCE ? payouts.getLast().id() : Cursors.END;
    Map<String, Booked> booked = new HashMap<>(Booked.of(sql, tenant, IdType.PAYOUT, after, last));
    int rows = 0;
    for (Payout payout : payouts) {
      rows++;
      Booked own = booked.remove(IdType.PAYOUT.format(payout.id()));
      Optional<String> wrong = wrong(payout, own == null ? new Booked() : own);
      if (wrong.isPresent()) {
        return Piece.faulty(rows, fault(payout, wrong.get()));
      }
    }
    return booked.keySet().stream()
        .findFirst()
        .map(id -> Piece.faulty(0, new Fault(null, id, "entries are about it, and it is gone")))
        .orElse(Piece.sound(rows, payouts.size() == AT_ONCE ? last.toString() : null));
  }

  private List<Payout> payouts(UUID tenant, UUID after) {
    return sql.list(
        """
        select p.id, p.state, p.total, p.arrears, p.set_off, p.currency, p.adapter,
          p.payment_entry_id, p.payee_id,
          (select coalesce(sum(i.amount), 0) from payout_item i
           where i.tenant_id = p.tenant_id and i.payout_id = p.id) as items,
          (select coalesce(sum(i.amount), 0) from payout_item i
           where i.tenant_id = p.tenant_id and i.payout_id = p.id
             and i.live_reward_id = i.reward_id) as live_items
        from payout p where p.tenant_id = ? and p.id > ? order by p.id limit ?""",
        row ->
            new Payout(
                row.id("id"),
                row.text("state"),
                row.number("total"),
                row.number("arrears"),
                row.number("set_off"),
                row.text("currency"),
                row.text("adapter"),
                row.idOrNull("payment_entry_id"),
                IdType.PERSON.format(row.id("payee_id")),
                row.decimal("items"),
                row.decimal("live_items")),
        tenant,
        after,
        AT_ONCE);
  }

  private static Optional<String> wrong(Payout payout, Booked booked) {
    for (String account : booked.accounts()) {
      if (!payout.accounts().contains(account)) {
        return Optional.of(
            "an entry about it is on %s, which is not its account".formatted(account));
      }
    }
    String clearing = payout.clearing();
    String external = payout.external();
    if (booked.pending(clearing) != -payout.in("APPROVED")
        || booked.posted(clearing) != -payout.in("SENT")
        || booked.posted(external) != -payout.in("SETTLED")) {
      return Optional.of(
          "it is %s over %d minor units, and %d are held, %d on the way and %d settled"
              .formatted(
                  payout.state(),
                  payout.amount(),
                  -booked.pending(clearing),
                  -booked.posted(clearing),
                  -booked.posted(external)));
    }
    long items = payout.total() - payout.arrears();
    long live = LIVE.contains(payout.state()) ? items : 0;
    return payout.items().longValueExact() == items && payout.liveItems().longValueExact() == live
        ? Optional.empty()
        : Optional.of(
            "its rewards should be %d minor units, %d of them kept from other payouts; they are %s and %s"
                .formatted(items, live, payout.items(), payout.liveItems()));
  }

  private static Fault fault(Payout payout, String wrong) {
    Fault fault = Fault.of(IdType.PAYOUT, payout.id(), "%s", wrong);
    return payout.payment() == null ? fault : fault.in(payout.payment());
  }
}
