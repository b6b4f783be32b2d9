package app.vouch.platform.event;

import static app.vouch.platform.event.EventData.*;
import static app.vouch.platform.event.EventType.EventKind.*;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every type of event that receivers can get, and what it tells. The OpenAPI document's webhooks
 * and the schemas in {@code openapi/events/} are made of it.
 */
public enum EventType {
  REFERRAL_CAPTURED(
      "referral.captured",
      REFERRAL,
      STATE,
      "A referral was received; its decision says what was decided at once"),
  REFERRAL_ACCEPTED(
      "referral.accepted", REFERRAL, STATE, "The referral counts; somebody should get in contact"),
  REFERRAL_REJECTED("referral.rejected", REFERRAL, STATE, "A person refused the referral"),
  REFERRAL_MARKED_DUPLICATE(
      "referral.marked_duplicate", REFERRAL, STATE, "The prospect was known already"),
  REFERRAL_CONTACTED(
      "referral.contacted", REFERRAL, STATE, "Somebody has been in contact with the prospect"),
  REFERRAL_MEETING_BOOKED(
      "referral.meeting_booked", REFERRAL, STATE, "There is a meeting with the prospect"),
  REFERRAL_QUALIFIED(
      "referral.qualified", REFERRAL, STATE, "The referral has become a qualified opportunity"),
  REFERRAL_WON("referral.won", REFERRAL, STATE, "A deal of the referral was won"),
  REFERRAL_LOST(
      "referral.lost",
      REFERRAL,
      STATE,
      "Its deals were lost and none is open, or a person gave it up"),
  REFERRAL_REOPENED(
      "referral.reopened", REFERRAL, STATE, "A deal that had been won or lost is open again"),
  REFERRAL_EXPIRED(
      "referral.expired", REFERRAL, STATE, "Nobody reviewed the referral, or nothing came of it"),
  REFERRAL_REVIVED("referral.revived", REFERRAL, STATE, "An expired referral counts again"),
  REFERRAL_REINSTATED(
      "referral.reinstated",
      REFERRAL,
      STATE,
      "A duplicate counts after all, such as when the earlier referral fell"),
  REFERRAL_WITHDRAWN(
      "referral.withdrawn", REFERRAL, STATE, "The referrer or the prospect took it back"),
  REFERRAL_FIRST_CONTACT_OVERDUE(
      "referral.first_contact_overdue",
      REFERRAL,
      NOTICE,
      "Nobody has been in contact with the prospect in time"),
  REFERRAL_THANK_YOU_OVERDUE(
      "referral.thank_you_overdue", REFERRAL, NOTICE, "Nobody has thanked the referrer in time"),
  REFERRAL_REFERRER_UPDATE_DUE(
      "referral.referrer_update_due",
      REFERRAL_MESSAGE,
      NOTICE,
      "The referral got further or ended; somebody should render the message and tell the referrer"),
  REFERRAL_PRIVACY_NOTICE_DUE(
      "referral.privacy_notice_due",
      REFERRAL,
      NOTICE,
      "The prospect was not told yet whose data are kept and from whom they came (GDPR Art. 14)"),

  INTRODUCTION_REQUESTED(
      "introduction.requested", INTRODUCTION, STATE, "Somebody asks a connector for it"),
  INTRODUCTION_CONNECTOR_ACCEPTED(
      "introduction.connector_accepted", INTRODUCTION, STATE, "The connector said yes"),
  INTRODUCTION_CONNECTOR_DECLINED(
      "introduction.connector_declined", INTRODUCTION, STATE, "The connector said no"),
  INTRODUCTION_PROSPECT_ASKED(
      "introduction.prospect_asked", INTRODUCTION, STATE, "It is the prospect's turn to answer"),
  INTRODUCTION_PROSPECT_DECLINED(
      "introduction.prospect_declined", INTRODUCTION, STATE, "The prospect said no"),
  INTRODUCTION_AGREED(
      "introduction.agreed", INTRODUCTION, STATE, "Both have said yes; the introduction is due"),
  INTRODUCTION_INTRODUCED(
      "introduction.introduced", INTRODUCTION, STATE, "The two were introduced to each other"),
  INTRODUCTION_REPLIED("introduction.replied", INTRODUCTION, STATE, "The prospect replied"),
  INTRODUCTION_MET("introduction.met", INTRODUCTION, STATE, "The two have met"),
  INTRODUCTION_DEFERRED(
      "introduction.deferred", INTRODUCTION, STATE, "A party said not now, but later"),
  INTRODUCTION_RESUMED(
      "introduction.resumed", INTRODUCTION, STATE, "The time of not now is over: asked again"),
  INTRODUCTION_EXPIRED("introduction.expired", INTRODUCTION, STATE, "Nobody answered in time"),
  INTRODUCTION_WITHDRAWN(
      "introduction.withdrawn", INTRODUCTION, STATE, "A party took back a yes before it was made"),
  INTRODUCTION_CANCELLED(
      "introduction.cancelled", INTRODUCTION, STATE, "The requester gave up, or the referral fell"),
  INTRODUCTION_CLOSED(
      "introduction.closed", INTRODUCTION, STATE, "It is over; the outcome says what came of it"),
  INTRODUCTION_MESSAGE_DUE(
      "introduction.message_due",
      INTRODUCTION_MESSAGE,
      NOTICE,
      "Somebody should render the message and send it"),
  INTRODUCTION_REMINDER_DUE(
      "introduction.reminder_due",
      INTRODUCTION_MESSAGE,
      NOTICE,
      "The party that is asked has not answered; somebody should render the reminder and send it"),
  INTRODUCTION_FOLLOW_UP_DUE(
      "introduction.follow_up_due",
      INTRODUCTION_MESSAGE,
      NOTICE,
      "Nothing has come of the introduction yet; somebody should render the question and send it"),

  CONSENT_RECORDED("consent.recorded", CONSENT, STATE, "A party's yes or no was recorded"),
  CONSENT_WITHDRAWN("consent.withdrawn", CONSENT, STATE, "A party took its yes back"),
  CONSENT_EXPIRED(
      "consent.expired", CONSENT, STATE, "A yes has lapsed before the introduction was made"),

  DEAL_CREATED("deal.created", DEAL, STATE, "A deal is mirrored for the first time"),
  DEAL_UPDATED(
      "deal.updated", DEAL, STATE, "Something of the deal changed; at most once per write"),
  DEAL_STAGE_CHANGED(
      "deal.stage_changed", DEAL, STATE, "The stage, or what it means, changed: forwards or back"),
  DEAL_AMOUNT_CHANGED(
      "deal.amount_changed",
      DEAL,
      STATE,
      "The amount, the first year's amount or the currency changed"),
  DEAL_PAYMENT_RECORDED(
      "deal.payment_recorded", DEAL_PAYMENT, STATE, "The customer paid an invoice of the deal"),
  DEAL_PAYMENT_REFUNDED(
      "deal.payment_refunded",
      DEAL_PAYMENT,
      STATE,
      "A payment of the deal was given back, in whole or in part"),
  DEAL_WON("deal.won", DEAL, STATE, "The deal was won; its amount may be unknown"),
  DEAL_LOST("deal.lost", DEAL, STATE, "The deal was lost"),
  DEAL_REOPENED("deal.reopened", DEAL, STATE, "A deal that was won or lost no longer is"),

  ATTRIBUTION_COMPUTED(
      "attribution.computed", ATTRIBUTION, STATE, "A deal has credits for the first time"),
  ATTRIBUTION_REVISED(
      "attribution.revised",
      ATTRIBUTION,
      STATE,
      "The credits of a deal are others now; these replace all earlier ones"),

  REWARD_GRANTED("reward.granted", REWARD, STATE, "A rule of the program promised it"),
  REWARD_APPROVED(
      "reward.approved", REWARD, STATE, "The rule or a person approved it; it is in the ledger"),
  REWARD_HELD("reward.held", REWARD, STATE, "A person stopped it for now"),
  REWARD_RELEASED("reward.released", REWARD, STATE, "It is no longer stopped"),
  REWARD_MADE_AVAILABLE(
      "reward.made_available", REWARD, STATE, "Its hold days are over; it can be paid"),
  REWARD_PAID("reward.paid", REWARD, STATE, "The payout that holds it was settled"),
  REWARD_FULFILLED("reward.fulfilled", REWARD, STATE, "Somebody gave it to the payee"),
  REWARD_RETURNED(
      "reward.returned", REWARD, STATE, "The payout came back; the reward can be paid again"),
  REWARD_ADJUSTED(
      "reward.adjusted", REWARD, STATE, "It has another amount, since its cause has changed"),
  REWARD_DENIED("reward.denied", REWARD, STATE, "A person refused it"),
  REWARD_REVERSED("reward.reversed", REWARD, STATE, "Its cause is gone, or a person took it back"),
  REWARD_EXPIRED("reward.expired", REWARD, STATE, "Nobody approved or took it in time"),

  PAYOUT_CREATED("payout.created", PAYOUT, STATE, "Rewards were put together to be paid"),
  PAYOUT_APPROVED("payout.approved", PAYOUT, STATE, "It may be sent"),
  PAYOUT_CANCELLED(
      "payout.cancelled", PAYOUT, STATE, "It will not be sent; its rewards are available again"),
  PAYOUT_SENT("payout.sent", PAYOUT, STATE, "The money is under way"),
  PAYOUT_SETTLED("payout.settled", PAYOUT, STATE, "The payee has the money"),
  PAYOUT_FAILED(
      "payout.failed", PAYOUT, STATE, "The payee did not get it; its rewards are available again"),
  PAYOUT_RETURNED(
      "payout.returned", PAYOUT, STATE, "The money came back; its rewards are available again"),

  LEDGER_SEALED(
      "ledger.sealed",
      LEDGER_HEAD,
      STATE,
      "The books of a day were signed; keep it, so that nobody can write them anew unnoticed"),

  REFERRER_ENROLLED("referrer.enrolled", REFERRER, STATE, "A person may refer in a program"),
  REFERRER_PAUSED("referrer.paused", REFERRER, STATE, "The referrer cannot refer for now"),
  REFERRER_RESUMED("referrer.resumed", REFERRER, STATE, "The referrer can refer again"),
  REFERRER_TERMS_ACCEPTED(
      "referrer.terms_accepted", REFERRER, STATE, "The referrer accepted the program's terms"),
  REFERRER_TIER_CHANGED(
      "referrer.tier_changed",
      REFERRER_RECOGNITION,
      STATE,
      "The referrer reached or left a recognition tier"),
  REFERRER_REMOVED("referrer.removed", REFERRER, STATE, "The referrer left the program for good"),

  PERSON_ERASED(
      "person.erased",
      PERSON,
      STATE,
      "What was kept of the person is removed; the references say which records to erase elsewhere"),

  PROGRAM_PUBLISHED(
      "program.published",
      EventData.PROGRAM_PUBLISHED,
      STATE,
      "A version of the program was published; it may take effect later"),
  PROGRAM_ARCHIVED(
      "program.archived", PROGRAM, STATE, "The program takes no new referrals any more"),

  JOB_FINISHED(
      "job.finished",
      JOB,
      STATE,
      "A job will not go on by itself: it is finished, failed or cancelled"),

  ENDPOINT_DISABLED(
      "endpoint.disabled",
      WEBHOOK_ENDPOINT,
      STATE,
      "Nothing is sent to the endpoint any more; the reason is in it"),
  ENDPOINT_FAILING(
      "endpoint.failing",
      WEBHOOK_ENDPOINT_HEALTH,
      NOTICE,
      "Attempts fail in a row and deliveries are held; again at half, 70 and 90 % of the time until the endpoint is disabled"),
  ENDPOINT_RECOVERED(
      "endpoint.recovered",
      WEBHOOK_ENDPOINT,
      STATE,
      "The endpoint is sent to again, with what was held"),
  ENDPOINT_TESTED(
      "endpoint.tested",
      WEBHOOK_ENDPOINT,
      NOTICE,
      "A test of the endpoint: sent to it alone whatever types it wants, and in no log");

  /** What an event tells. */
  public enum EventKind {
    /** The resource has changed: the body holds it as it is now. */
    STATE,
    /** Somebody should do something; the resource has not changed. */
    NOTICE
  }

  private static final Map<String, EventType> BY_TEXT =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::text, Function.identity()));

  private final String text;
  private final EventData data;
  private final EventKind kind;
  private final String meaning;

  EventType(String text, EventData data, EventKind kind, String meaning) {
    this.text = text;
    this.data = data;
    this.kind = kind;
    this.meaning = meaning;
  }

  /** As receivers see it, such as {@code referral.won}. */
  public String text() {
    return text;
  }

  /** The part before the dot: {@code referral.*} asks for all of them. */
  public String noun() {
    return text.substring(0, text.indexOf('.'));
  }

  public EventKind kind() {
    return kind;
  }

  public EventData data() {
    return data;
  }

  /** One sentence for receivers, without a full stop. */
  public String meaning() {
    return meaning;
  }

  public static Optional<EventType> of(String text) {
    return Optional.ofNullable(BY_TEXT.get(text));
  }

  static boolean isNoun(String noun) {
    return Arrays.stream(values()).anyMatch(type -> type.noun().equals(noun));
  }
}
