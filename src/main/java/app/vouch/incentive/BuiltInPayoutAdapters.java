package app.vouch.incentive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The adapters that every tenant has. */
@ApplicationScoped
class BuiltInPayoutAdapters {
  static final String MANUAL = "manual";

  private record Adapter(String name, boolean needsDetails, boolean needsReference)
      implements PayoutAdapter {}

  /** A person moves the money, by whatever means, and says so. */
  @Produces
  PayoutAdapter manual() {
    return new Adapter(MANUAL, false, false);
  }

  /** A person has a bank pay the exported file of a batch, and says so. */
  @Produces
  PayoutAdapter bankFile() {
    return new Adapter("bank-file", true, false);
  }

  /**
   * Another system pays: it hears of {@code payout.sent} by webhook or feed and reports what became
   * of the payment, under its own reference.
   */
  @Produces
  PayoutAdapter external() {
    return new Adapter("external", false, true);
  }
}
