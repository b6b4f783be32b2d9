package app.vouch.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * On the wire, an amount of money or of another unit: the first two members, or the other two.
 *
 * @param amount as {@link MoneyView#amount}
 * @param currency ISO 4217 code
 * @param quantity a whole number, such as {@code "500"}
 * @param unit what is counted, such as {@code POINTS}; never a currency
 */
@Schema(name = "Amount", examples = "{\"quantity\":\"500\",\"unit\":\"POINTS\"}")
@Name("Amount")
@Input("AmountInput")
@JsonInclude(Include.NON_NULL)
public record AmountView(
    @Pattern(regexp = MoneyView.AMOUNT_PATTERN) @Nullable String amount,
    @Pattern(regexp = "[A-Z]{3}") @Nullable String currency,
    @Pattern(regexp = "-?(0|[1-9][0-9]{0,15})") @Nullable String quantity,
    @Pattern(regexp = Unit.OTHER_PATTERN) @Nullable String unit) {

  public AmountView {}

  public boolean hasMoney() {
    return amount != null && currency != null && quantity == null && unit == null;
  }

  public boolean hasQuantity() {
    return quantity != null && unit != null && amount == null && currency == null;
  }

  /**
   * Reads either of both.
   *
   * @throws Refusal.Invalid when it is neither, or both, or no decimal
   * @throws Refusal.Rule {@code amount-precision} or {@code amount-out-of-range}
   */
  public Money toMoney(String pointer) {
    if (hasMoney()) {
      return Money.parse(pointer, number(), code());
    }
    if (!hasQuantity()) {
      throw new Refusal.Invalid(
          pointer, "ambiguous", "must have amount and currency, or quantity and unit");
    }
    return Money.rounded(new BigDecimal(number()), Unit.of(code()));
  }

  /** How much it is, in currency or units. */
  public String number() {
    return amount == null ? String.valueOf(quantity) : amount;
  }

  /** The currency or the unit. */
  public String code() {
    return currency == null ? String.valueOf(unit) : currency;
  }
}
