package app.vouch.deal;

import app.vouch.shared.FieldError;
import app.vouch.shared.Refusal;
import app.vouch.shared.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a deal's currency is worth in another one.
 *
 * @param rate units of the other currency for one of the deal's, above zero, as it was sent
 * @param to the other currency
 * @param source whose rate it is, such as {@code ECB 2027-03-01}
 */
public record DealRate(String rate, Unit to, String source) {
  static final String RATE_PATTERN = "(0|[1-9][0-9]{0,9})(\\.[0-9]{1,12})?";

  public BigDecimal value() {
    return new BigDecimal(rate);
  }

  /**
   * What was sent; null where nothing was.
   *
   * @throws Refusal.Invalid naming what is missing or wrong
   */
  static @Nullable DealRate sent(UpsertDeal change) {
    Map<String, @Nullable String> parts = new LinkedHashMap<>();
    parts.put("/fxRate", change.fxRate());
    parts.put("/fxCurrency", change.fxCurrency());
    parts.put("/fxSource", change.fxSource());
    if (parts.values().stream().allMatch(part -> part == null)) {
      return null;
    }
    List<FieldError> faults = new ArrayList<>();
    parts.forEach(
        (pointer, part) -> {
          if (part == null) {
            faults.add(
                new FieldError(pointer, "required", "fxRate, fxCurrency and fxSource go together"));
          }
        });
    if (change.fxRate() != null && new BigDecimal(change.fxRate()).signum() == 0) {
      faults.add(new FieldError("/fxRate", "out-of-bounds", "must be more than zero"));
    }
    if (change.fxRate() == null
        || change.fxCurrency() == null
        || change.fxSource() == null
        || !faults.isEmpty()) {
      throw new Refusal.Invalid(faults);
    }
    return new DealRate(
        change.fxRate(),
        Unit.currency("/fxCurrency", change.fxCurrency()),
        change.fxSource().strip());
  }
}
