package app.vouch.platform.event;

import app.vouch.shared.IdType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the {@code data} of an event holds: the resource as it is after the change, under the
 * resource's name, and for some types one thing more.
 */
public enum EventData {
  REFERRAL(IdType.REFERRAL, "Referral"),
  /** With the message that somebody should render and send. */
  REFERRAL_MESSAGE(IdType.REFERRAL, "Referral", "message", "MessageNotice"),
  INTRODUCTION(IdType.INTRODUCTION, "Introduction"),
  /** With the message that somebody should render and send. */
  INTRODUCTION_MESSAGE(IdType.INTRODUCTION, "Introduction", "message", "MessageNotice"),
  CONSENT(IdType.CONSENT, "Consent"),
  DEAL(IdType.DEAL, "Deal"),
  /** With the payment. */
  DEAL_PAYMENT(IdType.DEAL, "Deal", "payment", "DealPayment"),
  ATTRIBUTION(IdType.ATTRIBUTION, "Attribution"),
  REWARD(IdType.REWARD, "Reward"),
  PAYOUT(IdType.PAYOUT, "Payout"),
  REFERRER(IdType.REFERRER, "Referrer"),
  /** With the tier that the referrer is in. */
  REFERRER_RECOGNITION(IdType.REFERRER, "Referrer", "recognition", "Recognition"),
  PERSON(IdType.PERSON, "Person"),
  PROGRAM(IdType.PROGRAM, "Program"),
  /** With the version that was published. */
  PROGRAM_PUBLISHED(IdType.PROGRAM, "Program", "programVersion", "ProgramVersion"),
  LEDGER_HEAD(IdType.LEDGER_HEAD, "LedgerHead"),
  JOB(IdType.JOB, "Job"),
  WEBHOOK_ENDPOINT(IdType.WEBHOOK_ENDPOINT, "WebhookEndpoint"),
  /** With how its attempts end. */
  WEBHOOK_ENDPOINT_HEALTH(
      IdType.WEBHOOK_ENDPOINT, "WebhookEndpoint", "health", "WebhookEndpointHealth");

  private final IdType resource;
  private final Map<String, String> members = new LinkedHashMap<>();

  EventData(IdType resource, String view) {
    this.resource = resource;
    members.put(resource.resourceName(), view);
  }

  EventData(IdType resource, String view, String more, String moreView) {
    this(resource, view);
    members.put(more, moreView);
  }

  public IdType resource() {
    return resource;
  }

  /** Member → the schema of its view in the OpenAPI document. */
  public Map<String, String> members() {
    return members;
  }

  /** The schema of events with these data, such as {@code IntroductionMessageEvent}. */
  public String schema() {
    StringBuilder name = new StringBuilder();
    for (String word : name().split("_", -1)) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
    }
    return name.append("Event").toString();
  }
}
