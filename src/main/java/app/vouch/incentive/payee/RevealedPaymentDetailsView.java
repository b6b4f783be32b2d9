package app.vouch.incentive.payee;

import app.vouch.platform.work.Identified;
import app.vouch.platform.work.WithSecret;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Payment details in clear.
 *
 * @param holder null where a repeated call would have shown it again; so are all the others
 * @param secretWithheld true where the details are left out: ask again with a new key
 */
@Schema(name = "RevealedPaymentDetails")
@Name("RevealedPaymentDetails")
public record RevealedPaymentDetailsView(
    @Id @NonNull String id,
    @Id @NonNull String personId,
    @NonNull BankAccountKind kind,
    @Nullable String holder,
    @Nullable String iban,
    @Nullable String routing,
    @Nullable String account,
    @Nullable String bic,
    @Nullable String country,
    @Nullable String currency,
    boolean secretWithheld)
    implements Identified, WithSecret<RevealedPaymentDetailsView> {

  static RevealedPaymentDetailsView of(PaymentDetailsView masked, PaymentDetails clear) {
    boolean byIban = clear.kind() == BankAccountKind.IBAN;
    return new RevealedPaymentDetailsView(
        masked.id(),
        masked.personId(),
        clear.kind(),
        clear.holder(),
        byIban ? clear.number() : null,
        clear.routing(),
        byIban ? null : clear.number(),
        clear.bic(),
        clear.country(),
        clear.currency(),
        false);
  }

  @Override
  public RevealedPaymentDetailsView withheld() {
    return new RevealedPaymentDetailsView(
        id, personId, kind, null, null, null, null, null, null, null, true);
  }

  @Override
  public String toString() {
    return "RevealedPaymentDetails[" + id + " …]";
  }
}
