package app.vouch.platform.key;

import app.vouch.platform.access.Actor;
import app.vouch.platform.access.Caller;
import app.vouch.platform.access.Callers;
import app.vouch.platform.access.Mode;
import app.vouch.platform.access.Scope;
import app.vouch.platform.persistence.Sql;
import app.vouch.shared.IdType;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whose a key is. Answers are kept for five seconds per replica, so a revoked key lives
 * that long at most; the time of last use is written once a minute at most. Before sign-in there is
 * no tenant in scope, so this is plain JDBC.
 */
@ApplicationScoped
class ApiKeyCallers implements Callers {
  private static final Duration KEPT = Duration.ofSeconds(5);
  private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);
  private static final int MOST_KEPT = 10_000;

  private record Kept(Optional<Caller> caller, Instant until) {}

  private final DataSource database;
  private final Sql sql;
  private final Clock clock;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  ApiKeyCallers(DataSource database, Sql sql, Clock clock) {
    this.database = database;
    this.sql = sql;
    this.clock = clock;
  }

  /** Known without asking the database; empty when it must be asked. */
  @Nullable Optional<Caller> known(String secret) {
    Kept entry = kept.get(cacheKey(secret));
    return entry == null || entry.until().isBefore(clock.instant()) ? null : entry.caller();
  }

  /** Asks the database: blocks. */
  Optional<Caller> find(String secret) {
    Instant now = clock.instant();
    Optional<Caller> caller = load(new ApiKeySecret(secret), now);
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    kept.put(cacheKey(secret), new Kept(caller, now.plus(KEPT)));
    return caller;
  }

  @Override
  public boolean isWelcome(Caller caller) {
    return caller.keyId() == null
        || !sql.list(
                """
            select id from api_key
            where id = ? and revoked_at is null and (expires_at is null or expires_at > ?)""",
                row -> row.id("id"),
                caller.keyId(),
                clock.instant())
            .isEmpty();
  }

  void forget() {
    kept.clear();
  }

  private static String cacheKey(String secret) {
    return HexFormat.of().formatHex(new ApiKeySecret(secret).hash());
  }

  private Optional<Caller> load(ApiKeySecret secret, Instant now) {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                """
                select k.id, k.tenant_id, t.mode, k.scopes, k.may_act_for, k.calls_per_minute, k.last_used_at
                from api_key k join tenant t on t.id = k.tenant_id
                where k.hash = ? and k.revoked_at is null and (k.expires_at is null or k.expires_at > ?)""")) {
      query.setBytes(1, secret.hash());
      query.setObject(2, utc(now));
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        Caller caller = caller(row);
        noteUse(
            connection, caller.keyId(), row.getObject("last_used_at", LocalDateTime.class), now);
        return Optional.of(caller);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("keys cannot be read", e);
    }
  }

  private static Caller caller(ResultSet row) throws SQLException {
    UUID id = uuid(row.getBytes("id"));
    Set<Scope> scopes =
        Arrays.stream(row.getString("scopes").split(" ", -1))
            .flatMap(text -> Scope.parse(text).stream())
            .collect(Collectors.toUnmodifiableSet());
    String shown = IdType.API_KEY.format(id);
    return new Caller(
        uuid(row.getBytes("tenant_id")),
        Mode.valueOf(row.getString("mode")),
        id,
        new Actor(Actor.Type.API_KEY, shown, null),
        scopes,
        shown,
        row.getInt("calls_per_minute"),
        row.getBoolean("may_act_for"));
  }

  private static void noteUse(
      Connection connection, @Nullable UUID id, @Nullable LocalDateTime lastUsed, Instant now)
      throws SQLException {
    if (id == null || (lastUsed != null && lastUsed.isAfter(utc(now.minus(USE_NOTED_EVERY))))) {
      return;
    }
    try (PreparedStatement update =
        connection.prepareStatement("update api_key set last_used_at = ? where id = ?")) {
      update.setObject(1, utc(now));
      update.setBytes(
          2,
          ByteBuffer.allocate(16)
              .putLong(id.getMostSignificantBits())
              .putLong(id.getLeastSignificantBits())
              .array());
      update.executeUpdate();
    }
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
