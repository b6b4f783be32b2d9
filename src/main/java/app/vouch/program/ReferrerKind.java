package app.vouch.program;

/** What a referrer is to the tenant. */
public enum ReferrerKind {
  CUSTOMER,
  PARTNER,
  EMPLOYEE,
  ADVISOR,
  FORMER_CHAMPION,
  OTHER
}
