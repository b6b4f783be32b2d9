package app.vouch.deal;

import app.vouch.shared.Money;
import java.util.UUID;

/**
 * A payment, as other contexts decide by.
 *
 * @param number 1 for the deal's first
 * @param amount what is left of it after refunds
 */
public record PaymentFacts(UUID id, int number, Money amount) {}
