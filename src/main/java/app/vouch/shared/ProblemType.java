package app.vouch.shared;

import java.util.Locale;

/**
 * Every kind of refusal: its slug (the {@code code} in REST and GraphQL), its HTTP status and its
 * title. The only place where a refusal meets an HTTP number.
 */
public enum ProblemType {
  INVALID_REQUEST(400, "The request cannot be read"),
  IDEMPOTENCY_KEY_REQUIRED(400, "This call needs an idempotency key"),
  QUERY_TOO_DEEP(400, "The query nests too deeply"),
  QUERY_TOO_EXPENSIVE(400, "The query asks for too much at once"),
  UNAUTHENTICATED(401, "No valid key or token"),
  MISSING_SCOPE(403, "The key lacks a scope"),
  LIVE_MODE_ONLY(403, "Only possible in live mode"),
  NOT_FOUND(404, "No such thing"),
  METHOD_NOT_ALLOWED(405, "The path does not take this method"),
  NOT_ACCEPTABLE(406, "No representation that the caller accepts"),
  TRANSITION_NOT_ALLOWED(409, "The state does not allow this action"),
  EXTERNAL_REF_CONFLICT(409, "The external references name two records"),
  ENTRY_ALREADY_RESOLVED(409, "The pending entry was posted or voided before"),
  ENTRY_ALREADY_REVERSED(409, "The entry was reversed before"),
  ENTRY_EXPIRED(409, "The pending entry's time is over"),
  ALREADY_EXISTS(409, "It exists already"),
  IDEMPOTENCY_IN_PROGRESS(409, "The first call with this key is still running"),
  VERSION_IMMUTABLE(409, "The version is no draft any more"),
  CURSOR_EXPIRED(410, "The cursor is older than what is kept"),
  VERSION_MISMATCH(412, "The resource has changed meanwhile"),
  BODY_TOO_LARGE(413, "The body is too large"),
  URI_TOO_LONG(414, "The address is too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not supported"),
  WRONG_ID_TYPE(422, "An id of another type"),
  UNKNOWN_REFERENCE(422, "The body names something that does not exist"),
  IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used for another call"),
  SELF_REFERRAL(422, "Nobody refers or introduces themselves"),
  PROSPECT_HELD(422, "Another referral holds the prospect"),
  PROGRAM_NOT_OPEN(422, "The program takes no referrals now"),
  NO_DEFAULT_PROGRAM(422, "No program was named and there is no default"),
  REFERRER_NOT_ENROLLED(422, "The referrer is not enrolled"),
  VERSION_NOT_PUBLISHABLE(422, "The version cannot be published"),
  CONTEXT_REQUIRED(422, "The introduction says too little"),
  INTRODUCTION_NOT_POSSIBLE(422, "This introduction is not possible"),
  CONNECTOR_LIMIT(422, "The connector has been asked often enough"),
  CONSENT_MISSING(422, "A consent is missing"),
  ADDRESS_UNKNOWN(422, "The prospect's address is not known"),
  DEFERRAL_TOO_LONG(422, "It cannot be deferred for so long"),
  ATTESTATION_REQUIRED(422, "An attested consent needs evidence"),
  REASON_REQUIRED(422, "The action needs a reason"),
  ACTOR_REQUIRED(422, "The action needs a named actor"),
  FOUR_EYES(422, "A second person must approve"),
  CURRENCY_MISMATCH(422, "Currencies do not mix"),
  AMOUNT_PRECISION(422, "More decimals than the currency has"),
  AMOUNT_OUT_OF_RANGE(422, "The amount is out of range"),
  ENTRY_KEY_REUSED(422, "The entry key was used for another entry"),
  ENTRY_NOT_BALANCED(422, "Debits and credits differ"),
  ENTRY_NOT_REVERSIBLE(422, "The entry is not reversed by hand"),
  EFFECTIVE_TIME_REFUSED(422, "The entry cannot count at that time"),
  PERIOD_CLOSED(422, "The period is closed"),
  PERIOD_NOT_CLOSABLE(422, "The period cannot be closed"),
  ACCOUNT_NOT_ADJUSTABLE(422, "The account is not adjusted by hand"),
  DEAL_NOT_WON(422, "The deal is not won"),
  NOTHING_TO_ATTRIBUTE(422, "No referral is linked to the deal"),
  LEDGER_LIMIT(422, "The account's limit does not allow it"),
  REWARD_BLOCKED(422, "Something must be settled before the reward is approved"),
  REWARD_IN_PAYOUT(422, "The reward is in a payout that was sent"),
  REWARD_PAID_OUT(422, "A payout has to bring the reward"),
  REWARD_NOT_PAYABLE(422, "The reward cannot be paid now"),
  PAYEE_DETAILS_MISSING(422, "The payee's payment details are missing"),
  BELOW_MINIMUM(422, "The payout would be smaller than asked for"),
  PAYMENT_REFERENCE(422, "The payment's reference is missing or another"),
  NOTHING_TO_EXPORT(422, "The batch has nothing to be paid by a file"),
  MESSAGE_NOT_SENDABLE(422, "The message cannot be sent any more"),
  MAIL_UNDER_WAY(422, "Vouch is mailing this itself"),
  ADDRESS_REFUSED(422, "The address is not public"),
  TOO_MANY_ENDPOINTS(422, "The tenant has as many endpoints as it may"),
  CONTRAST_TOO_LOW(422, "The colour is too pale"),
  SCOPE_NOT_HELD(422, "A key cannot grant what it does not have"),
  PRECONDITION_REQUIRED(428, "The call needs If-Match"),
  RATE_LIMITED(429, "Too many calls"),
  HEADERS_TOO_LARGE(431, "The headers are too large"),
  INTERNAL(500, "Something failed on our side"),
  TRY_AGAIN(503, "Try again in a moment");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The stable, kebab-case code. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }
}
