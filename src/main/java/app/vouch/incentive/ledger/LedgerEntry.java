package app.vouch.incentive.ledger;

import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.IdType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A journal entry, with the exact bytes that were hashed. Append-only. */
@Entity
@Immutable
@Table(name = "ledger_entry")
class LedgerEntry extends TenantOwned {
  static final String INSERT =
      """
      insert into ledger_entry (id, tenant_id, entry_key, kind, resolves, reverses, corrects,
        link_id, expires_at, content_hash, effective_at, recorded_at, body, body_hash) values""";

  /** The marks of one {@link #row}. */
  static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Column(name = "entry_key")
  private String entryKey;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private EntryKind kind;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "resolves", length = 16)
  private @Nullable UUID resolves;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "reverses", length = 16)
  private @Nullable UUID reverses;

  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "corrects", length = 16)
  private @Nullable UUID corrects;

  /** The first of the entries that were booked together with it. */
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "link_id", length = 16)
  private @Nullable UUID linkId;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Column(name = "content_hash")
  private byte[] contentHash;

  @Column(name = "effective_at")
  private Instant effectiveAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "body")
  private byte[] body;

  @Column(name = "body_hash")
  private byte[] bodyHash;

  protected LedgerEntry() {}

  LedgerEntry(EntryStamp stamp, EntryContent content, byte[] contentHash, EntrySeal seal) {
    Posting posting = content.posting();
    this.id = stamp.id();
    this.entryKey = posting.key();
    this.kind = content.kind();
    this.resolves = content.resolves();
    this.reverses = posting.reverses();
    this.corrects = posting.corrects();
    this.contentHash = contentHash;
    this.expiresAt = content.expiresAt();
    this.linkId = stamp.link();
    this.effectiveAt = stamp.effectiveAt();
    this.recordedAt = stamp.recordedAt();
    this.body = seal.bytes();
    this.bodyHash = seal.hash();
  }

  /** Its columns, as {@link #INSERT} names them. */
  List<@Nullable Object> row(UUID tenant) {
    return Arrays.asList(
        id,
        tenant,
        entryKey,
        kind,
        resolves,
        reverses,
        corrects,
        linkId,
        expiresAt,
        contentHash,
        effectiveAt,
        recordedAt,
        body,
        bodyHash);
  }

  UUID id() {
    return id;
  }

  String key() {
    return entryKey;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  EntryKind kind() {
    return kind;
  }

  Instant effectiveAt() {
    return effectiveAt;
  }

  /** When a pending entry is given up by itself; empty for never. */
  Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  boolean hasContent(byte[] hash) {
    return Arrays.equals(contentHash, hash);
  }

  LedgerEntryView view(List<LedgerLeg> legs, @Nullable LedgerResolution resolution) {
    return new LedgerEntryView(
        IdType.ENTRY.format(id),
        entryKey,
        kind,
        effectiveAt,
        recordedAt,
        IdType.ENTRY.formatNullable(resolves),
        IdType.ENTRY.formatNullable(reverses),
        IdType.ENTRY.formatNullable(corrects),
        IdType.ENTRY.formatNullable(linkId),
        expiresAt,
        resolution == null ? null : resolution.view(),
        legs.stream().map(LedgerLeg::view).toList(),
        HexFormat.of().formatHex(bodyHash));
  }
}
