package app.vouch.incentive.ledger;

import app.vouch.platform.work.Identified;
import app.vouch.shared.AmountView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A journal entry as callers see it.
 *
 * @param key {@code <resource id>:<step>:<resource version>}, unique for ever
 * @param effectiveAt when it counts
 * @param recordedAt when it was written
 * @param resolves the pending entry that this one posts, voids or lets expire
 * @param reverses the entry that this one undoes
 * @param corrects the entry that this one adds to
 * @param linkId the first of the entries that were booked together, all or none; null for one alone
 * @param expiresAt when a pending entry is given up by itself; null for never
 * @param resolution of a pending entry: what became of it; null while it holds
 * @param hash SHA-256 of the entry's canonical bytes, in hexadecimal
 */
@Schema(name = "LedgerEntry")
@Name("LedgerEntry")
public record LedgerEntryView(
    @Id @NonNull String id,
    @NonNull String key,
    @NonNull EntryKind kind,
    @NonNull Instant effectiveAt,
    @NonNull Instant recordedAt,
    @Id @Nullable String resolves,
    @Id @Nullable String reverses,
    @Id @Nullable String corrects,
    @Id @Nullable String linkId,
    @Nullable Instant expiresAt,
    @Nullable Resolution resolution,
    @NonNull List<@NonNull LegView> legs,
    @NonNull String hash)
    implements Identified {

  /**
   * One side of the entry.
   *
   * @param balanceAfter the account's posted balance after this leg, on its normal side
   */
  @Schema(name = "LedgerLeg")
  @Name("LedgerLeg")
  public record LegView(
      @Id @NonNull String accountId,
      @NonNull String account,
      @NonNull Side side,
      @NonNull AmountView amount,
      @NonNull AmountView balanceAfter) {}

  /** What became of a pending entry, and by which entry. */
  @Schema(name = "LedgerResolution")
  @Name("LedgerResolution")
  public record Resolution(@NonNull EntryKind outcome, @Id @NonNull String entryId) {}
}
