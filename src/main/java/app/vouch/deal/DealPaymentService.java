package app.vouch.deal;

import app.vouch.deal.DealEvents.DealPaymentMoved;
import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Events;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.reference.ExternalRefs;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.shared.Cursor;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.MoneyView;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What customers paid of deals, and got back. */
@ApplicationScoped
public class DealPaymentService {
  private final DealRepository deals;
  private final DealPaymentRepository payments;
  private final ExternalRefs refs;
  private final Events events;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;

  DealPaymentService(
      DealRepository deals,
      DealPaymentRepository payments,
      ExternalRefs refs,
      Events events,
      Work work,
      Uuid7 ids,
      Clock clock) {
    this.deals = deals;
    this.payments = payments;
    this.refs = refs;
    this.events = events;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Records a payment; one that is recorded already is the answer.
   *
   * @throws Refusal.NotFound when the tenant has no such deal
   * @throws Refusal.Rule {@code external-ref-conflict} when the reference names a payment of
   *     another deal, amount or time; {@code currency-mismatch}, {@code amount-out-of-range} or
   *     {@code amount-precision} for the amount
   */
  public Answer<DealPaymentView> record(RecordDealPayment command) {
    return work.write(
        "recordDealPayment", command, DealPaymentView.class, () -> recordNow(command));
  }

  private Answer<DealPaymentView> recordNow(RecordDealPayment command) {
    Deal deal = lock(command.id());
    Money amount = amount(command.amount(), deal);
    Instant paidAt = DealTimes.checked("/paidAt", command.paidAt());
    ExternalRef ref = command.externalRef().complete(IdType.DEAL_PAYMENT);
    DealPayment known =
        refs.find(IdType.DEAL_PAYMENT, List.of(ref)).map(payments::findById).orElse(null);
    if (known != null) {
      requireSame(
          known.dealId().equals(deal.id())
              && known.amount().equals(amount)
              && (paidAt == null || paidAt.equals(known.paidAt())),
          IdType.DEAL_PAYMENT.format(known.id()));
      return Answer.done(view(known));
    }
    Instant now = clock.instant();
    DealPayment made =
        new DealPayment(
            ids.next(),
            deal.id(),
            deal.countPayment(now),
            amount,
            paidAt == null ? now : paidAt,
            now);
    payments.persist(made);
    refs.attach(IdType.DEAL_PAYMENT, made.id(), List.of(ref), List.of());
    return Answer.created(publish(EventType.DEAL_PAYMENT_RECORDED, deal, made));
  }

  /**
   * Records that a payment was given back; a refund that is recorded already changes nothing.
   *
   * @return the payment
   * @throws Refusal.NotFound when the tenant has no such deal
   * @throws Refusal.Rule {@code unknown-reference} when the deal has no such payment; {@code
   *     external-ref-conflict} when the reference names another refund; {@code currency-mismatch},
   *     {@code amount-out-of-range} or {@code amount-precision} for the amount
   */
  public Answer<DealPaymentView> refund(RefundDealPayment command) {
    return work.write(
        "refundDealPayment", command, DealPaymentView.class, () -> refundNow(command));
  }

  private Answer<DealPaymentView> refundNow(RefundDealPayment command) {
    Deal deal = lock(command.id());
    Money amount = amount(command.amount(), deal);
    Instant refundedAt = DealTimes.checked("/refundedAt", command.refundedAt());
    DealPayment payment =
        payments
            .findByIdOptional(IdType.DEAL_PAYMENT.inBody("/paymentId", command.paymentId()))
            .filter(found -> found.dealId().equals(deal.id()))
            .orElseThrow(
                () ->
                    new Refusal.Rule(
                        ProblemType.UNKNOWN_REFERENCE,
                        "/paymentId: the deal has no payment " + command.paymentId()));
    ExternalRef ref = command.externalRef().complete(IdType.DEAL_REFUND);
    DealRefund known =
        refs.find(IdType.DEAL_REFUND, List.of(ref)).map(payments::refund).orElse(null);
    if (known != null) {
      requireSame(
          known.paymentId().equals(payment.id())
              && known.amountMinor() == amount.minor()
              && (refundedAt == null || refundedAt.equals(known.refundedAt())),
          IdType.DEAL_REFUND.format(known.id()));
      return Answer.done(view(payment));
    }
    requireLeft(payment, amount);
    Instant now = clock.instant();
    DealRefund made =
        new DealRefund(
            ids.next(), payment.id(), amount, refundedAt == null ? now : refundedAt, now);
    payments.add(made);
    refs.attach(IdType.DEAL_REFUND, made.id(), List.of(ref), List.of());
    deal.touch(now);
    return Answer.created(publish(EventType.DEAL_PAYMENT_REFUNDED, deal, payment));
  }

  private Deal lock(String reference) {
    Deal deal = deals.findById(refs.inPath(IdType.DEAL, reference), LockModeType.PESSIMISTIC_WRITE);
    if (deal == null) {
      throw new Refusal.NotFound(IdType.DEAL, reference);
    }
    return deal;
  }

  private static void requireSame(boolean same, String known) {
    if (!same) {
      throw new Refusal.Rule(
          ProblemType.EXTERNAL_REF_CONFLICT,
          "/externalRef names %s, which was recorded with other content; send what was recorded, or another reference"
              .formatted(known),
          Map.of("ids", List.of(known)));
    }
  }

  private void requireLeft(DealPayment payment, Money amount) {
    Money left = payment.facts(refunded(payment)).amount();
    if (amount.minor() > left.minor()) {
      throw new Refusal.Rule(
          ProblemType.AMOUNT_OUT_OF_RANGE,
          "/amount %s is more than what is left of the payment, %s".formatted(amount, left));
    }
  }

  private static Money amount(MoneyView given, Deal deal) {
    Money amount = given.toMoney("/amount");
    if (!amount.isPositive()) {
      throw new Refusal.Rule(
          ProblemType.AMOUNT_OUT_OF_RANGE, "/amount %s must be more than zero".formatted(amount));
    }
    Money worth = deal.worth();
    if (worth != null && !worth.currency().equals(amount.currency())) {
      throw new Refusal.Rule(
          ProblemType.CURRENCY_MISMATCH,
          "/amount is in %s, the deal in %s".formatted(amount.currency(), worth.currency()));
    }
    return amount;
  }

  private DealPaymentView publish(EventType type, Deal deal, DealPayment payment) {
    deals.flush();
    DealPaymentView view = view(payment);
    events.publish(new DealPaymentMoved(type, moment(deal), view));
    return view;
  }

  private DealPaymentView view(DealPayment payment) {
    return views(List.of(payment)).getFirst();
  }

  private long refunded(DealPayment payment) {
    return payments.refunded(List.of(payment.id())).getOrDefault(payment.id(), 0L);
  }

  private DealMoment moment(Deal deal) {
    List<UUID> people = deals.peopleOf(deal.id());
    return new DealMoment(
        deal.id(),
        deal.view(people, refs.of(deal.id())),
        deal.facts(people),
        deal.details(people).referralId(),
        Map.of());
  }

  /**
   * Of one deal, the newest first.
   *
   * @param reference TypeID or {@code ext:…}
   * @throws Refusal.NotFound when the tenant has no such deal
   */
  @Reads
  public Page<DealPaymentView> list(String reference, PageRequest page) {
    UUID dealId = refs.inPath(IdType.DEAL, reference);
    if (deals.findById(dealId) == null) {
      throw new Refusal.NotFound(IdType.DEAL, reference);
    }
    return Page.of(
        payments.page(dealId, page),
        page.limit(),
        payment -> new Cursor(payment.id()),
        this::views);
  }

  private List<DealPaymentView> views(List<DealPayment> rows) {
    List<UUID> ids = rows.stream().map(DealPayment::id).toList();
    Map<UUID, List<ExternalRef>> names = refs.of(ids);
    Map<UUID, Long> refunded = payments.refunded(ids);
    return rows.stream()
        .map(
            row ->
                row.view(
                    Objects.requireNonNull(names.get(row.id())).getFirst(),
                    refunded.getOrDefault(row.id(), 0L)))
        .toList();
  }

  /** All of a deal of which something is left, the oldest first. */
  @Transactional(TxType.MANDATORY)
  public List<PaymentFacts> ofDeal(UUID dealId) {
    List<DealPayment> rows = payments.ofDeal(dealId);
    Map<UUID, Long> refunded = payments.refunded(rows.stream().map(DealPayment::id).toList());
    return rows.stream()
        .map(row -> row.facts(refunded.getOrDefault(row.id(), 0L)))
        .filter(payment -> payment.amount().isPositive())
        .toList();
  }
}
