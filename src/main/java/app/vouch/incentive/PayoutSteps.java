package app.vouch.incentive;

import app.vouch.platform.journal.Journal;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What callers do with a payout, inside a write. */
@ApplicationScoped
class PayoutSteps {
  private final PayoutRepository payouts;
  private final PayoutAdapters adapters;
  private final PayoutMoves moves;
  private final Journal journal;

  PayoutSteps(
      PayoutRepository payouts, PayoutAdapters adapters, PayoutMoves moves, Journal journal) {
    this.payouts = payouts;
    this.adapters = adapters;
    this.moves = moves;
    this.journal = journal;
  }

  /** Takes the step; one that was just made answers the present state. */
  PayoutView take(TransitionPayout command) {
    PayoutStep step = command.action();
    Payout payout = payouts.lock(IdType.PAYOUT.inPath(command.id()));
    if (payout.state() == step.target()
        && journal.lastWas(payout.id(), step.action(), step.target())) {
      PayoutAdapters.requireSame(payout, command.reference());
      return moves.view(payout);
    }
    PayoutLifecycle.TABLE.move(IdType.PAYOUT, payout.state(), step.action());
    String reason = reason(step, command.reasonCode());
    payout.willBeCalled(adapters.reference(payout, step, command.reference()));
    switch (step) {
      case APPROVE -> moves.approve(payout, command.note());
      case CANCEL -> moves.cancel(payout, reason, command.note());
      case SEND -> send(payout, command.note());
      case SETTLE -> moves.settle(payout, command.note());
      case FAIL -> moves.fail(payout, reason, command.note());
      case RETURN -> moves.takeReturn(payout, reason, command.note());
    }
    return moves.view(payout);
  }

  private void send(Payout payout, @Nullable String note) {
    if (payout.amount().isPositive()) {
      adapters.requireDetails(
          adapters.chosen(payout.adapter()), payout.payeeId(), payout.total().currency().code());
    }
    moves.send(payout, note);
  }

  /**
   * @throws Refusal.Rule {@code reason-required}
   */
  static @Nullable String reason(PayoutStep step, @Nullable String reasonCode) {
    if (step.needsReason() && reasonCode == null) {
      throw new Refusal.Rule(
          ProblemType.REASON_REQUIRED, step + " needs a reasonCode such as \"ACCOUNT_CLOSED\"");
    }
    return reasonCode;
  }
}
