package app.vouch.platform.due;

import app.vouch.platform.access.Scope;
import app.vouch.shared.IdType;

/** What should happen by a time. */
public enum DueKind {
  /** Somebody decides about a referral that is under review; after that it expires. */
  REVIEW(IdType.REFERRAL, Scope.REFERRALS_READ),
  /** Somebody contacts the prospect. */
  FIRST_CONTACT(IdType.REFERRAL, Scope.REFERRALS_READ),
  /** Somebody thanks the referrer. */
  THANK_YOU(IdType.REFERRAL, Scope.REFERRALS_READ),
  /** Somebody tells the prospect whose data are kept and from whom they came (GDPR Art. 14). */
  PRIVACY_NOTICE(IdType.REFERRAL, Scope.REFERRALS_READ),
  /** The connector answers; after that the introduction expires. */
  CONNECTOR_ANSWER(IdType.INTRODUCTION, Scope.INTRODUCTIONS_READ),
  /** The prospect answers; after that the introduction expires. */
  PROSPECT_ANSWER(IdType.INTRODUCTION, Scope.INTRODUCTIONS_READ),
  /** Both have said yes, and somebody introduces them; after that the introduction expires. */
  INTRODUCE(IdType.INTRODUCTION, Scope.INTRODUCTIONS_READ);

  private final IdType resource;
  private final Scope scope;

  DueKind(IdType resource, Scope scope) {
    this.resource = resource;
    this.scope = scope;
  }

  /** What waits. */
  IdType resource() {
    return resource;
  }

  /** What a key needs to see items of this kind. */
  Scope scope() {
    return scope;
  }
}
