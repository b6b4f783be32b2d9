package app.vouch.incentive.proof;

import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a verification goes through, in this order. */
@Schema(name = "LedgerCheck")
@Name("LedgerCheck")
public enum CheckKind {
  /** The signed heads: signatures, and the seals that they name. */
  HEADS,
  /** The chain: every link, without a gap, and its end. */
  SEALS,
  /** Every entry: its bytes, its columns, its legs, its balance, its place in the chain. */
  ENTRIES,
  /** Every resolution of a pending entry. */
  RESOLUTIONS,
  /** Every account: its counters after each leg, and now; its limit. */
  ACCOUNTS,
  /** Debits equal credits over all accounts, by currency. */
  SUMS,
  /** Every reward: what is booked for it is what it is worth. */
  REWARDS,
  /** Every payout: what is booked for it is what its state says. */
  PAYOUTS
}
