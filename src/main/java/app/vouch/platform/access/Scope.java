package app.vouch.platform.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a key may do: {@code <resource plural>:<verb>}. {@code write} does not include read. */
public enum Scope {
  PROGRAMS_READ,
  PROGRAMS_WRITE,
  PROGRAMS_PUBLISH,
  PEOPLE_READ,
  PEOPLE_WRITE,
  PEOPLE_ERASE,
  ORGANIZATIONS_READ,
  ORGANIZATIONS_WRITE,
  REFERRERS_READ,
  REFERRERS_WRITE,
  REFERRALS_READ,
  REFERRALS_WRITE,
  REFERRALS_DECIDE,
  INTRODUCTIONS_READ,
  INTRODUCTIONS_WRITE,
  INTRODUCTIONS_SEND,
  INTRODUCTIONS_READ_PRIVATE,
  CONSENTS_READ,
  CONSENTS_RECORD,
  SUPPRESSIONS_READ,
  SUPPRESSIONS_WRITE,
  SUPPRESSIONS_LIFT,
  DEALS_READ,
  DEALS_WRITE,
  TOUCHPOINTS_READ,
  TOUCHPOINTS_WRITE,
  ATTRIBUTIONS_READ,
  ATTRIBUTIONS_COMPUTE,
  REWARDS_READ,
  REWARDS_WRITE,
  REWARDS_APPROVE,
  LEDGER_READ,
  LEDGER_ADJUST,
  PAYOUTS_READ,
  PAYOUTS_WRITE,
  PAYOUTS_APPROVE,
  PAYOUTS_READ_DETAILS,
  PAYOUTS_WRITE_DETAILS,
  WEBHOOKS_READ,
  WEBHOOKS_WRITE,
  WEBHOOKS_SECRETS,
  EVENTS_READ,
  KEYS_READ,
  KEYS_MANAGE,
  AUDIT_READ,
  JOBS_READ,
  JOBS_WRITE,
  BRANDING_READ,
  BRANDING_WRITE,
  /** The operator's key only; no tenant key ever has it. */
  OPERATOR;

  private static final Map<String, Scope> BY_TEXT =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Scope::text, Function.identity()));

  /** Such as {@code referrals:decide} or {@code introductions:read-private}. */
  public String text() {
    String lower = name().toLowerCase(Locale.ROOT);
    return lower.replaceFirst("_", ":").replace('_', '-');
  }

  public static Optional<Scope> parse(String text) {
    return Optional.ofNullable(BY_TEXT.get(text));
  }
}
