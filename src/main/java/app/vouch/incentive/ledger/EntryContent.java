package app.vouch.incentive.ledger;

import app.vouch.shared.AmountView;
import app.vouch.shared.IdType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that a caller says about an entry; two calls with the same key must say the same.
 *
 * @param resolves the pending entry that it posts, voids or lets expire
 * @param expiresAt when a pending entry is given up by itself; null for never
 * @param linked the keys of all entries that are booked with it, its own among them; empty for one
 *     that stands alone
 */
record EntryContent(
    EntryKind kind,
    Posting posting,
    @Nullable UUID resolves,
    @Nullable Instant expiresAt,
    List<String> linked) {

  static EntryContent posted(Posting posting) {
    return new EntryContent(EntryKind.POSTED, posting, null, null, List.of());
  }

  static EntryContent pending(Posting posting, @Nullable Instant expiresAt) {
    return new EntryContent(EntryKind.PENDING, posting, null, expiresAt, List.of());
  }

  static EntryContent resolving(UUID pending, EntryKind outcome, Posting posting) {
    return new EntryContent(outcome, posting, pending, null, List.of());
  }

  EntryContent linkedWith(List<String> keys) {
    return new EntryContent(kind, posting, resolves, expiresAt, List.copyOf(keys));
  }

  /** As it is hashed: texts only, no id and no time of recording. */
  Canonical canonical() {
    return new Canonical(
        posting.key(),
        kind,
        posting.effectiveAt(),
        IdType.ENTRY.formatNullable(resolves),
        IdType.ENTRY.formatNullable(posting.reverses()),
        IdType.ENTRY.formatNullable(posting.corrects()),
        posting.legs().stream()
            .map(leg -> new CanonicalLeg(leg.account().text(), leg.side(), leg.amount().shown()))
            .toList(),
        expiresAt,
        linked);
  }

  /** The last two are left out where there are none, as they were before they could be. */
  record Canonical(
      String key,
      EntryKind kind,
      @Nullable Instant effectiveAt,
      @Nullable String resolves,
      @Nullable String reverses,
      @Nullable String corrects,
      List<CanonicalLeg> legs,
      @JsonInclude(Include.NON_NULL) @Nullable Instant expiresAt,
      @JsonInclude(Include.NON_EMPTY) List<String> linked) {}

  record CanonicalLeg(String account, Side side, AmountView amount) {}

  /** The recorded entry, as its bytes say it. */
  record Recorded(
      String id,
      String tenantId,
      Canonical content,
      Instant effectiveAt,
      Instant recordedAt,
      @JsonInclude(Include.NON_NULL) @Nullable String linkId) {}
}
