package app.vouch.incentive;

import app.vouch.incentive.ledger.LedgerService;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.program.ProgramService;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What programs may spend: the limits of their {@code EXPENSE} accounts. */
@ApplicationScoped
public class ProgramBudgetService {
  private final ProgramService programs;
  private final LedgerService ledger;
  private final RewardRepository rewards;
  private final BudgetQueue queue;
  private final Work work;

  ProgramBudgetService(
      ProgramService programs,
      LedgerService ledger,
      RewardRepository rewards,
      BudgetQueue queue,
      Work work) {
    this.programs = programs;
    this.ledger = ledger;
    this.rewards = rewards;
    this.queue = queue;
    this.work = work;
  }

  /**
   * Sets a limit, which holds at once for all that is granted from now on; nothing that was granted
   * is taken back. What waits for room goes on when there is some.
   *
   * @throws Refusal.NotFound when the tenant has no such program
   * @throws Refusal.Invalid for a currency that does not exist
   * @throws Refusal.Rule {@code amount-out-of-range} below zero, or {@code amount-precision}
   */
  public Answer<ProgramBudgetView> set(SetProgramBudget command) {
    UUID program = program(command.id());
    return work.write(
        "setProgramBudget",
        command,
        ProgramBudgetView.class,
        () -> {
          Unit currency = Unit.currency("/currency", command.currency());
          ledger.limit(LedgerAccounts.expense(program), currency, limit(command.limit(), currency));
          queue.wakeWaiting(program);
          return Answer.done(view(program, currency));
        });
  }

  private static @Nullable Money limit(@Nullable String given, Unit currency) {
    if (given == null) {
      return null;
    }
    Money limit = Money.parse("/limit", given, currency.code());
    if (limit.isNegative()) {
      throw new Refusal.Rule(
          ProblemType.AMOUNT_OUT_OF_RANGE, "/limit %s must be zero or more".formatted(limit));
    }
    return limit;
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such program
   * @throws Refusal.Invalid for a currency that does not exist
   */
  @Reads
  public ProgramBudgetView get(String id, String currency) {
    return view(program(id), Unit.currency("/currency", currency));
  }

  private UUID program(String id) {
    return IdType.PROGRAM.inPath(programs.get(id).id());
  }

  private ProgramBudgetView view(UUID program, Unit currency) {
    LedgerService.Spending spending = ledger.spending(LedgerAccounts.expense(program), currency);
    Money limit = spending.limit();
    Object[] waiting = rewards.waitingForBudget(program, currency);
    return new ProgramBudgetView(
        IdType.PROGRAM.format(program),
        currency.code(),
        limit == null ? null : limit.view(),
        spending.spent().view(),
        limit == null ? null : limit.minus(spending.spent()).view(),
        Math.toIntExact((Long) waiting[0]),
        new Money((Long) waiting[1], currency).view());
  }
}
