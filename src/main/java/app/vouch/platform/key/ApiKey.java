package app.vouch.platform.key;

import app.vouch.platform.access.Scope;
import app.vouch.platform.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An API key: only its hash is kept. */
@Entity
@Table(name = "api_key")
class ApiKey extends TenantOwned {
  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Column(name = "name")
  private String name;

  /** The first characters, to tell keys apart. */
  @Column(name = "prefix")
  private String prefix;

  @Column(name = "hash")
  private byte[] hash;

  /** Blank-separated. */
  @Column(name = "scopes")
  private String scopes;

  @Column(name = "may_act_for")
  private boolean mayActFor;

  @Column(name = "calls_per_minute")
  private int callsPerMinute;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  @Column(name = "last_used_at", insertable = false, updatable = false)
  private @Nullable Instant lastUsedAt;

  protected ApiKey() {}

  ApiKey(
      UUID id,
      String name,
      ApiKeySecret secret,
      Set<Scope> scopes,
      boolean mayActFor,
      int callsPerMinute,
      Instant createdAt,
      @Nullable Instant expiresAt) {
    this.id = id;
    this.name = name;
    this.prefix = secret.prefix();
    this.hash = secret.hash();
    this.scopes = scopes.stream().map(Scope::text).sorted().collect(Collectors.joining(" "));
    this.mayActFor = mayActFor;
    this.callsPerMinute = callsPerMinute;
    this.createdAt = createdAt;
    this.expiresAt = expiresAt;
  }

  /** Ends the key at that moment, or keeps an earlier end. */
  void endAt(Instant moment) {
    if (expiresAt == null || expiresAt.isAfter(moment)) {
      expiresAt = moment;
    }
  }

  void revoke(Instant now) {
    if (revokedAt == null) {
      revokedAt = now;
    }
  }

  UUID id() {
    return id;
  }

  String name() {
    return name;
  }

  String prefix() {
    return prefix;
  }

  Set<String> scopes() {
    return new TreeSet<>(Arrays.asList(scopes.split(" ", -1)));
  }

  boolean mayActFor() {
    return mayActFor;
  }

  int callsPerMinute() {
    return callsPerMinute;
  }

  Instant createdAt() {
    return createdAt;
  }

  @Nullable Instant expiresAt() {
    return expiresAt;
  }

  @Nullable Instant revokedAt() {
    return revokedAt;
  }

  @Nullable Instant lastUsedAt() {
    return lastUsedAt;
  }
}
