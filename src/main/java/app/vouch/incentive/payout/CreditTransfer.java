package app.vouch.incentive.payout;

import app.vouch.incentive.payee.PaymentDetails;
import app.vouch.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What an ISO 20022 credit transfer initiation says.
 *
 * @param messageId at most 35 characters, another one for other payments
 * @param payments not empty, all in one currency
 */
record CreditTransfer(
    String messageId,
    Instant createdAt,
    PaymentDetails debtor,
    LocalDate executionDate,
    List<Payment> payments,
    Money total) {}
