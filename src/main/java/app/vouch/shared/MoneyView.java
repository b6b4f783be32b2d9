package app.vouch.shared;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Money on the wire.
 *
 * @param amount plain decimal with at most the currency's digits, such as {@code "5000.00"}
 * @param currency ISO 4217 code
 */
@Schema(name = "Money", examples = "{\"amount\":\"5000.00\",\"currency\":\"USD\"}")
@Name("Money")
@Input("MoneyInput")
public record MoneyView(
    @NotNull @Pattern(regexp = MoneyView.AMOUNT_PATTERN) String amount,
    @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {
  static final String AMOUNT_PATTERN = "-?(0|[1-9][0-9]{0,15})(\\.[0-9]{1,6})?";

  public MoneyView {}

  /** See {@link Money#parse}. */
  public Money toMoney(String pointer) {
    return Money.parse(pointer, amount, currency);
  }
}
