package app.vouch.incentive.ledger;

import app.vouch.shared.Refusal;
import java.util.Arrays;

/**
 * An account's name, {@code KIND:owner}. With a currency it names one account, which is made by its
 * first use.
 *
 * @param owner such as a payee's or a program's TypeID, or an adapter's name
 */
public record AccountCode(AccountKind kind, String owner) {
  private static final int MAX_OWNER = 60;

  public AccountCode {
    if (owner.isBlank() || owner.length() > MAX_OWNER) {
      throw new IllegalArgumentException("an account's owner has 1 to 60 characters: " + owner);
    }
  }

  public String text() {
    return kind.name() + ':' + owner;
  }

  /**
   * From a body.
   *
   * @throws Refusal.Invalid when the text is no code
   */
  public static AccountCode read(String pointer, String text) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    String owner = colon < 0 ? "" : text.substring(colon + 1);
    boolean isKind = Arrays.stream(AccountKind.values()).anyMatch(k -> k.name().equals(kind));
    if (!isKind || owner.isBlank() || owner.length() > MAX_OWNER) {
      throw new Refusal.Invalid(
          pointer,
          "malformed",
          "must be KIND:owner such as \"RECEIVABLE:per_…\", where KIND is one of "
              + Arrays.toString(AccountKind.values()));
    }
    return new AccountCode(AccountKind.valueOf(kind), owner);
  }

  /** From a stored code. */
  static AccountCode parse(String text) {
    int colon = text.indexOf(':');
    return new AccountCode(
        AccountKind.valueOf(text.substring(0, colon)), text.substring(colon + 1));
  }

  @Override
  public String toString() {
    return text();
  }
}
