package app.vouch.incentive;

import app.vouch.incentive.payee.PaymentDetails;
import app.vouch.incentive.payee.PaymentDetailsService;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Texts;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The adapters by their names, and what they ask for. */
@ApplicationScoped
public class PayoutAdapters {
  private final Map<String, PayoutAdapter> adapters = new TreeMap<>();
  private final PaymentDetailsService details;

  PayoutAdapters(@All List<PayoutAdapter> all, PaymentDetailsService details) {
    all.forEach(adapter -> adapters.put(adapter.name(), adapter));
    this.details = details;
  }

  /**
   * The adapter that a caller chose.
   *
   * @param name null for {@code manual}
   * @throws Refusal.Invalid when there is none; it names all
   */
  public PayoutAdapter chosen(@Nullable String name) {
    PayoutAdapter found = adapters.get(name == null ? BuiltInPayoutAdapters.MANUAL : name);
    if (found == null) {
      throw new Refusal.Invalid("/adapter", "unknown-value", "must be one of " + adapters.keySet());
    }
    return found;
  }

  /**
   * @throws Refusal.Rule {@code payee-details-missing} when the adapter needs them
   */
  void requireDetails(PayoutAdapter adapter, UUID payee, String currency) {
    if (adapter.needsDetails()) {
      requireDetails(details.inClear(List.of(payee)).get(payee), payee, currency);
    }
  }

  /**
   * @throws Refusal.Rule {@code payee-details-missing}
   */
  public static PaymentDetails requireDetails(
      @Nullable PaymentDetails known, UUID payee, String currency) {
    if (known == null || !known.takes(currency)) {
      throw new Refusal.Rule(
          ProblemType.PAYEE_DETAILS_MISSING,
          "%s has no payment details%s; set them, or choose another adapter"
              .formatted(IdType.PERSON.format(payee), known == null ? "" : " for " + currency),
          Map.of("payeeId", IdType.PERSON.format(payee)));
    }
    return known;
  }

  /**
   * The payment's reference after a step.
   *
   * @throws Refusal.Rule {@code payment-reference} when the adapter needs one and there is none, or
   *     when the payout has another
   */
  @Nullable String reference(Payout payout, PayoutStep step, @Nullable String given) {
    String known = payout.reference();
    boolean report =
        switch (step) {
          case SETTLE, RETURN -> true;
          case FAIL -> payout.state() == PayoutState.SENT;
          case APPROVE, CANCEL, SEND -> false;
        };
    if (given == null && report && needsReference(payout.adapter())) {
      throw new Refusal.Rule(
          ProblemType.PAYMENT_REFERENCE,
          "%s of a payout by %s needs the payment's reference there"
              .formatted(step, payout.adapter()));
    }
    requireSame(payout, given);
    return given == null ? known : given;
  }

  private boolean needsReference(String name) {
    PayoutAdapter adapter = adapters.get(name);
    return adapter != null && adapter.needsReference();
  }

  /**
   * @throws Refusal.Rule {@code payment-reference} when the payout has another
   */
  static void requireSame(Payout payout, @Nullable String given) {
    String known = payout.reference();
    if (given != null && known != null && !known.equals(given)) {
      throw new Refusal.Rule(
          ProblemType.PAYMENT_REFERENCE,
          "%s is the payment %s; %s is another one"
              .formatted(payout.publicId(), known, Texts.excerpt(given)));
    }
  }
}
