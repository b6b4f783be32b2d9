package app.vouch.incentive.ledger;

import app.vouch.shared.IdType;
import app.vouch.shared.MoneyView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that a caller says about an entry; two calls with the same key must say the same. */
record EntryContent(EntryKind kind, Posting posting, @Nullable UUID resolves) {

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
            .map(leg -> new CanonicalLeg(leg.account().text(), leg.side(), leg.amount().view()))
            .toList());
  }

  record Canonical(
      String key,
      EntryKind kind,
      @Nullable Instant effectiveAt,
      @Nullable String resolves,
      @Nullable String reverses,
      @Nullable String corrects,
      List<CanonicalLeg> legs) {}

  record CanonicalLeg(String account, Side side, MoneyView amount) {}

  /** The recorded entry, as its bytes say it. */
  record Recorded(
      String id, String tenantId, Canonical content, Instant effectiveAt, Instant recordedAt) {}
}
