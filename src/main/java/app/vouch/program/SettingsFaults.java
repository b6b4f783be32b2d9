package app.vouch.program;

import app.vouch.shared.AmountView;
import app.vouch.shared.FieldError;
import app.vouch.shared.Money;
import app.vouch.shared.MoneyView;
import app.vouch.shared.Refusal;
import app.vouch.shared.TimeZones;
import app.vouch.shared.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads single values of settings and collects what is wrong with them, so that a caller hears of
 * every fault at once. A faulty value reads as its default; {@link #refuse} ends it.
 */
final class SettingsFaults {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Instant LONGEST = Instant.parse("1980-01-01T00:00:00Z");
  private static final String PERCENT = "(0|[1-9][0-9]{0,2})(\\.[0-9]{1,4})?";

  private final List<FieldError> faults = new ArrayList<>();

  void add(String pointer, String code, String message) {
    faults.add(new FieldError(pointer, code, message));
  }

  void add(FieldError fault) {
    faults.add(fault);
  }

  /**
   * @throws Refusal.Invalid naming every fault, when there is one
   */
  void refuse() {
    if (!faults.isEmpty()) {
      throw new Refusal.Invalid(faults);
    }
  }

  Unit currency(String pointer, @Nullable String code, String byDefault) {
    try {
      return Unit.currency(pointer, code == null ? byDefault : code);
    } catch (Refusal.Invalid e) {
      faults.addAll(e.errors());
      return Unit.of(byDefault);
    }
  }

  ZoneId zone(String pointer, @Nullable String name, String byDefault) {
    return TimeZones.of(name == null ? byDefault : name)
        .orElseGet(
            () -> {
              add(
                  pointer,
                  "unknown-time-zone",
                  "must be an IANA time zone such as \"Europe/London\"");
              return ZoneId.of(byDefault);
            });
  }

  /** An amount of time that may be zero. */
  IsoAmount time(String pointer, @Nullable String text, String byDefault) {
    IsoAmount whenAbsent = new IsoAmount(byDefault);
    IsoAmount time = text == null ? whenAbsent : IsoAmount.parse(text).orElse(null);
    if (time == null) {
      add(pointer, "malformed", "must be an ISO 8601 duration such as \"P30D\"");
      return whenAbsent;
    }
    if (time.addTo(Instant.EPOCH, ZoneOffset.UTC).isAfter(LONGEST)) {
      add(pointer, "out-of-bounds", "must be ten years at most");
      return whenAbsent;
    }
    return time;
  }

  /** An amount of time that is not zero. */
  IsoAmount positiveTime(String pointer, @Nullable String text, String byDefault) {
    IsoAmount time = time(pointer, text, byDefault);
    if (time.isZero()) {
      add(pointer, "out-of-bounds", "must be longer than nothing");
    }
    return time;
  }

  List<IsoAmount> times(String pointer, @Nullable List<String> texts, List<String> byDefault) {
    List<String> given = texts == null ? byDefault : texts;
    return IntStream.range(0, given.size())
        .mapToObj(i -> positiveTime(pointer + "/" + i, given.get(i), "P1D"))
        .toList();
  }

  int count(String pointer, @Nullable Integer number, int byDefault, int least, int most) {
    int value = number == null ? byDefault : number;
    if (value < least || value > most) {
      add(pointer, "out-of-bounds", "must be from %d to %d".formatted(least, most));
    }
    return value;
  }

  /** An amount above zero in the program's currency. */
  @Nullable Money money(String pointer, @Nullable MoneyView view, Unit currency) {
    return view == null ? null : money(pointer, view.amount(), view.currency(), currency);
  }

  @Nullable Money money(String pointer, String amount, String code, Unit currency) {
    return money(pointer, pointer + "/amount", amount, code, currency);
  }

  /**
   * @param member where the amount stands, in an object with a member {@code currency}
   */
  @Nullable Money money(String pointer, String member, String amount, String code, Unit currency) {
    if (!code.equals(currency.code())) {
      add(
          pointer + "/currency",
          "currency-mismatch",
          "must be %s, the program's currency".formatted(currency));
      return null;
    }
    return amount(member, pointer, amount, currency);
  }

  /** An amount above zero in the program's currency, or in another unit. */
  @Nullable Money value(
      String pointer, @Nullable AmountView given, boolean isMoney, Unit currency) {
    if (given == null) {
      return null;
    }
    if (isMoney && given.hasMoney()) {
      return money(pointer, given.number(), given.code(), currency);
    }
    if (!isMoney && given.hasQuantity()) {
      return quantity(pointer, given);
    }
    add(
        pointer,
        "ambiguous",
        isMoney
            ? "must have amount and currency"
            : "must have quantity and unit, since the kind of reward is no money");
    return null;
  }

  private @Nullable Money quantity(String pointer, AmountView given) {
    long quantity = Long.parseLong(given.number());
    if (quantity < 1 || quantity > Money.MAX_MINOR) {
      add(pointer + "/quantity", "out-of-bounds", "must be from 1 to " + Money.MAX_MINOR);
      return null;
    }
    return Money.ofMinor(quantity, given.code());
  }

  /** A plain decimal above zero in the program's currency. */
  @Nullable Money decimal(String pointer, @Nullable String amount, Unit currency) {
    return amount == null ? null : amount(pointer, pointer, amount, currency);
  }

  private @Nullable Money amount(String pointer, String parent, String amount, Unit currency) {
    try {
      Money money = Money.parse(parent, amount, currency.code());
      if (!money.isPositive()) {
        add(pointer, "out-of-bounds", "must be more than zero");
      }
      return money;
    } catch (Refusal.Invalid notDecimal) {
      add(pointer, "not-a-decimal", "must be a plain decimal such as \"1250.00\"");
    } catch (Refusal.Rule tooFineOrLarge) {
      add(pointer, tooFineOrLarge.type().slug(), tooFineOrLarge.detail());
    }
    return null;
  }

  @Nullable BigDecimal percent(String pointer, @Nullable String text) {
    if (text == null) {
      add(pointer, "required", "is needed with type PERCENT");
      return null;
    }
    if (!text.matches(PERCENT) || new BigDecimal(text).compareTo(HUNDRED) > 0) {
      add(pointer, "out-of-bounds", "must be a decimal from \"0\" to \"100\", at most 4 places");
      return null;
    }
    return new BigDecimal(text);
  }
}
