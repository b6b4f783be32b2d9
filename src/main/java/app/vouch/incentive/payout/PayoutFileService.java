package app.vouch.incentive.payout;

import app.vouch.incentive.BatchedPayoutService;
import app.vouch.incentive.DuePayment;
import app.vouch.incentive.PayoutAdapters;
import app.vouch.incentive.payee.BankAccount;
import app.vouch.incentive.payee.PaymentDetails;
import app.vouch.incentive.payee.PaymentDetailsService;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Files of payments, for a bank. A batch has at most as many payouts as payees, so a file has an
 * end. Who had one written stands in the audit records.
 */
@ApplicationScoped
public class PayoutFileService {
  /** ISO 20022 amounts have at most 18 digits. */
  private static final long LARGEST_TOTAL = 999_999_999_999_999_999L;

  private static final int TELLING_DIGITS = 4;

  private final PayoutBatchRepository batches;
  private final BatchedPayoutService payouts;
  private final PaymentDetailsService details;
  private final Work work;
  private final Clock clock;

  PayoutFileService(
      PayoutBatchRepository batches,
      BatchedPayoutService payouts,
      PaymentDetailsService details,
      Work work,
      Clock clock) {
    this.batches = batches;
    this.payouts = payouts;
    this.details = details;
    this.work = work;
    this.clock = clock;
  }

  /**
   * Writes the batch's payments that are approved or sent, and not of 0.
   *
   * @throws Refusal.NotFound when the tenant has no such batch
   * @throws Refusal.Invalid when the debtor or the execution date is missing or cannot be
   * @throws Refusal.Rule {@code nothing-to-export}, or {@code payee-details-missing}
   */
  public Answer<PayoutFileView> export(ExportPayoutBatch command) {
    IdType.PAYOUT_BATCH.inPath(command.id());
    return work.write(
        "exportPayoutBatch",
        command,
        PayoutFileView.class,
        () -> Answer.done(file(batches.get(command.id()), command)));
  }

  private PayoutFileView file(PayoutBatch batch, ExportPayoutBatch command) {
    List<Payment> payments = payments(batch);
    Money total = total(payments);
    String content =
        switch (command.format()) {
          case CSV -> CsvFile.of(payments);
          case PAIN_001 -> Pain001File.of(transfer(batch, command, payments, total));
        };
    return new PayoutFileView(
        batch.publicId(),
        command.format(),
        command.format().fileName(batch.publicId()),
        command.format().mediaType(),
        payments.size(),
        total.view(),
        content,
        false);
  }

  private List<Payment> payments(PayoutBatch batch) {
    List<DuePayment> due = payouts.due(batch.id());
    if (due.isEmpty()) {
      throw new Refusal.Rule(
          ProblemType.NOTHING_TO_EXPORT,
          batch.publicId() + " has no payout that is approved or sent; approve it first");
    }
    Map<UUID, PaymentDetails> known =
        details.inClear(due.stream().map(DuePayment::payeeId).toList());
    return due.stream()
        .map(
            payment ->
                new Payment(
                    payment.payoutId(),
                    payment.payeeId(),
                    payment.amount(),
                    PayoutAdapters.requireDetails(
                        known.get(payment.payeeId()),
                        payment.payeeId(),
                        payment.amount().currency().code())))
        .toList();
  }

  private static Money total(List<Payment> payments) {
    Money total = payments.stream().map(Payment::amount).reduce(Money::plus).orElseThrow();
    if (total.minor() > LARGEST_TOTAL) {
      throw new Refusal.Rule(
          ProblemType.AMOUNT_OUT_OF_RANGE, "the sum of the payments has more than 18 digits");
    }
    return total;
  }

  private CreditTransfer transfer(
      PayoutBatch batch, ExportPayoutBatch command, List<Payment> payments, Money total) {
    BankAccount debtor = given("/debtor", command.debtor());
    LocalDate executionDate = given("/executionDate", command.executionDate());
    return new CreditTransfer(
        messageId(batch, payments),
        clock.instant(),
        debtor.read("/debtor"),
        executionDate,
        payments,
        total);
  }

  private static <T> T given(String pointer, @Nullable T value) {
    if (value == null) {
      throw new Refusal.Invalid(pointer, "required", "must be there for PAIN_001");
    }
    return value;
  }

  /** The same for the same payments, so that a bank sees that a file comes twice. */
  private static String messageId(PayoutBatch batch, List<Payment> payments) {
    String all =
        payments.stream()
            .map(payment -> payment.endToEndId() + ' ' + payment.amount())
            .collect(Collectors.joining("\n"));
    return Payment.bankId(batch.publicId())
        + '-'
        + HexFormat.of().formatHex(Sha256.of(all)).substring(0, TELLING_DIGITS);
  }
}
