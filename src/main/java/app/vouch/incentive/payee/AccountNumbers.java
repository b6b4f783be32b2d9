package app.vouch.incentive.payee;

import app.vouch.shared.FieldError;
import app.vouch.shared.Refusal;
import app.vouch.shared.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iban4j.BicUtil;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;
import org.jspecify.annotations.Nullable;

/** Checks what was typed about an account. No message repeats any of it. */
final class AccountNumbers {
  private final String pointer;
  private final List<FieldError> faults = new ArrayList<>();

  private AccountNumbers(String pointer) {
    this.pointer = pointer;
  }

  /**
   * @param pointer where the account stands in the command; empty for the command itself
   * @throws Refusal.Invalid naming every field at fault
   */
  static PaymentDetails read(String pointer, BankAccount typed) {
    return new AccountNumbers(pointer).details(typed);
  }

  private PaymentDetails details(BankAccount typed) {
    boolean byIban = typed.kind() == BankAccountKind.IBAN;
    String number = byIban ? iban(typed.iban()) : account(typed.account());
    need(byIban ? typed.routing() == null : typed.routing() != null, "/routing", routing(byIban));
    need(
        byIban ? typed.account() == null : typed.iban() == null,
        other(byIban),
        "has no place in this kind");
    String bic = bic(typed.bic());
    String country = byIban && number.length() > 1 ? number.substring(0, 2) : typed.country();
    need(byIban || country != null, "/country", "must name the bank's country for an ACCOUNT");
    need(
        typed.country() == null || typed.country().equals(country),
        "/country",
        "must be the country of the IBAN, or be left out");
    need(
        LatinText.hasLetter(typed.holder()),
        "/holder",
        "must be in Latin letters, as the bank knows it");
    String currency =
        typed.currency() == null
            ? null
            : Unit.currency(pointer + "/currency", typed.currency()).code();
    if (!faults.isEmpty()) {
      throw new Refusal.Invalid(faults);
    }
    String routing = typed.routing();
    return new PaymentDetails(
        typed.kind(),
        typed.holder().strip(),
        number,
        routing == null ? null : compact(routing),
        bic,
        country,
        currency);
  }

  private static String routing(boolean byIban) {
    return byIban ? "has no place beside an IBAN" : "must be there for an ACCOUNT";
  }

  private static String other(boolean byIban) {
    return byIban ? "/account" : "/iban";
  }

  private String iban(@Nullable String typed) {
    String iban = typed == null ? "" : compact(typed);
    try {
      IbanUtil.validate(iban);
    } catch (Iban4jException wrong) {
      fault(
          "/iban", "must be an IBAN with the right length for its country and right check digits");
    }
    return iban;
  }

  private String account(@Nullable String typed) {
    String account = typed == null ? "" : compact(typed);
    need(
        account.length() >= 4,
        "/account",
        "must have at least four letters or digits for an ACCOUNT");
    return account;
  }

  private @Nullable String bic(@Nullable String typed) {
    if (typed == null) {
      return null;
    }
    String bic = compact(typed);
    try {
      BicUtil.validate(bic);
    } catch (Iban4jException wrong) {
      fault("/bic", "must be a BIC of 8 or 11 letters and digits (ISO 9362)");
    }
    return bic;
  }

  private void need(boolean right, String member, String message) {
    if (!right) {
      fault(member, message);
    }
  }

  private void fault(String member, String message) {
    faults.add(new FieldError(pointer + member, "malformed", message));
  }

  private static String compact(String typed) {
    return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }
}
