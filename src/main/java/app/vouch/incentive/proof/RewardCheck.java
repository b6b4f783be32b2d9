package app.vouch.incentive.proof;

import app.vouch.platform.persistence.Sql;
import app.vouch.shared.IdType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is booked for each reward as an expense is what it is worth in its state. */
@ApplicationScoped
class RewardCheck implements Check {
  private static final int AT_ONCE = 200;
  private static final Set<String> OWED =
      Set.of("APPROVED", "AVAILABLE", "HELD", "PAID", "FULFILLED");

  private record Reward(
      UUID id,
      String state,
      long amount,
      long accrued,
      @Nullable UUID accrual,
      String expense,
      Set<String> accounts) {

    long posted() {
      return OWED.contains(state) ? amount : 0;
    }

    long held() {
      return state.equals("PENDING") && accrual != null ? accrued : 0;
    }
  }

  private final Sql sql;

  RewardCheck(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CheckKind kind() {
    return CheckKind.REWARDS;
  }

  @Override
  public Piece run(UUID tenant, @Nullable String cursor) {
    UUID after = Cursors.after(cursor);
    List<Reward> rewards = rewards(tenant, after);
    UUID last = rewards.size() == AT_ONCE ? rewards.getLast().id() : Cursors.END;
    Map<String, Booked> booked = new HashMap<>(Booked.of(sql, tenant, IdType.REWARD, after, last));
    int rows = 0;
    for (Reward reward : rewards) {
      rows++;
      Booked own = booked.remove(IdType.REWARD.format(reward.id()));
      Optional<String> wrong = wrong(reward, own == null ? new Booked() : own);
      if (wrong.isPresent()) {
        return Piece.faulty(rows, fault(reward, wrong.get()));
      }
    }
    return booked.keySet().stream()
        .findFirst()
        .map(id -> Piece.faulty(0, new Fault(null, id, "entries are about it, and it is gone")))
        .orElse(Piece.sound(rows, rewards.size() == AT_ONCE ? last.toString() : null));
  }

  private List<Reward> rewards(UUID tenant, UUID after) {
    return sql.list(
        """
        select id, state, coalesce(amount, 0) as amount, currency, accrued, accrual_entry_id,
          program_id, payee_id
        from reward where tenant_id = ? and id > ? order by id limit ?""",
        row -> {
          String currency = row.text("currency");
          String payee = IdType.PERSON.format(row.id("payee_id"));
          String expense =
              Booked.account("EXPENSE:" + IdType.PROGRAM.format(row.id("program_id")), currency);
          return new Reward(
              row.id("id"),
              row.text("state"),
              row.number("amount"),
              row.number("accrued"),
              row.idOrNull("accrual_entry_id"),
              expense,
              Set.of(
                  expense,
                  Booked.account("PAYABLE:" + payee, currency),
                  Booked.account("RECEIVABLE:" + payee, currency),
                  Booked.account("EXTERNAL:fulfilment", currency)));
        },
        tenant,
        after,
        AT_ONCE);
  }

  private static Optional<String> wrong(Reward reward, Booked booked) {
    for (String account : booked.accounts()) {
      if (!reward.accounts().contains(account)) {
        return Optional.of(
            "an entry about it is on %s, which is not its account".formatted(account));
      }
    }
    long posted = booked.posted(reward.expense());
    long held = booked.pending(reward.expense());
    return posted == reward.posted() && held == reward.held()
        ? Optional.empty()
        : Optional.of(
            "it is %s and %d minor units should be posted and %d held for it; %d are posted and %d held"
                .formatted(reward.state(), reward.posted(), reward.held(), posted, held));
  }

  private static Fault fault(Reward reward, String wrong) {
    Fault fault = Fault.of(IdType.REWARD, reward.id(), "%s", wrong);
    return reward.accrual() == null ? fault : fault.in(reward.accrual());
  }
}
