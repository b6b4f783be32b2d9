package app.vouch.incentive.ledger;

import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an entry does to the accounts. */
@Schema(name = "LedgerEntryKind")
@Name("LedgerEntryKind")
public enum EntryKind {
  /** Moves money; where it resolves a pending entry, it frees that one's hold as well. */
  POSTED,
  /** Holds money until another entry posts or voids it, or its time is over. */
  PENDING,
  /** Frees a pending entry's hold; moves nothing. */
  VOIDED,
  /** Frees a pending entry's hold because its time is over; moves nothing. */
  EXPIRED
}
