package app.vouch.incentive;

import app.vouch.incentive.ledger.AccountCode;
import app.vouch.incentive.ledger.Leg;
import app.vouch.incentive.ledger.Side;
import app.vouch.shared.AmountView;
import app.vouch.shared.Money;
import app.vouch.shared.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One side of a manual entry.
 *
 * @param account {@code KIND:owner}
 * @param amount more than zero
 */
@Schema(name = "LedgerAdjustmentLeg")
@Name("LedgerAdjustmentLeg")
@Input("LedgerAdjustmentLegInput")
public record AdjustmentLeg(
    @NotNull @Size(max = 80) String account,
    @NotNull Side side,
    @NotNull @Valid AmountView amount) {
  public AdjustmentLeg {}

  static AdjustmentLeg of(Leg leg) {
    return new AdjustmentLeg(leg.account().text(), leg.side(), leg.amount().shown());
  }

  /**
   * @throws Refusal.Invalid when the account is no code or the amount is not above zero
   */
  Leg read(String pointer) {
    Money money = amount.toMoney(pointer + "/amount");
    if (!money.isPositive()) {
      throw new Refusal.Invalid(
          pointer + "/amount", "not-positive", "must be more than zero; use the other side");
    }
    return new Leg(AccountCode.read(pointer + "/account", account), side, money);
  }
}
