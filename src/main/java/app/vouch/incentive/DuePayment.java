package app.vouch.incentive;

import app.vouch.shared.Money;
import java.util.UUID;

/** What a payee is to be sent. */
public record DuePayment(UUID payoutId, UUID payeeId, Money amount) {}
