package app.vouch.incentive.payee;

import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a bank account is named. */
@Schema(name = "BankAccountKind")
@Name("BankAccountKind")
public enum BankAccountKind {
  /** By an International Bank Account Number (ISO 13616). */
  IBAN,
  /** By the bank's routing number and the account's own number. */
  ACCOUNT
}
