package app.vouch.bench;

import app.vouch.shared.Uuid7;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the rows of ledger entries as a bare program would, one transaction for each call: a
 * statement for each table with all of its rows, and one for each account. It reads nothing and
 * checks nothing.
 */
final class LedgerFloor implements Load.Call, AutoCloseable {
  private static final Uuid7 IDS = new Uuid7(Clock.systemUTC());
  private static final AtomicLong NUMBERS = new AtomicLong();
  private static final int HASH = 32;

  /** Two accounts' ids. */
  record Pair(byte[] debit, byte[] credit) {}

  private final Connection connection;
  private final byte[] tenant;
  private final Supplier<Pair> pairs;
  private final int entries;
  private final byte[] body;
  private final SplittableRandom random = new SplittableRandom();
  private final PreparedStatement entry;
  private final PreparedStatement unsealed;
  private final PreparedStatement leg;
  private final PreparedStatement account;

  /**
   * @param pairs which accounts the next entry moves
   * @param entries in one transaction
   * @param body how many bytes an entry's canonical form has
   */
  LedgerFloor(Connection connection, UUID tenant, Supplier<Pair> pairs, int entries, int body)
      throws SQLException {
    this.connection = connection;
    this.tenant = bytes(tenant);
    this.pairs = pairs;
    this.entries = entries;
    this.body = new byte[body];
    connection.setAutoCommit(false);
    this.entry =
        connection.prepareStatement(
            rows(
                """
                insert into ledger_entry (id, tenant_id, entry_key, kind, content_hash, effective_at,
                  recorded_at, body, body_hash, link_id) values""",
                "(?, ?, ?, 'POSTED', ?, ?, ?, ?, ?, ?)",
                entries));
    this.unsealed =
        connection.prepareStatement(
            rows("insert into ledger_unsealed (entry_id, tenant_id) values", "(?, ?)", entries));
    this.leg =
        connection.prepareStatement(
            rows(
                """
                insert into ledger_leg (id, tenant_id, entry_id, line, account_id, account_leg, code,
                  side, amount, released, currency, debits_pending_after, credits_pending_after,
                  debits_posted_after, credits_posted_after, recorded_at) values""",
                "(?, ?, ?, ?, ?, ?, ?, ?, 100, 0, 'USD', 0, 0, ?, 0, ?)",
                2 * entries));
    this.account =
        connection.prepareStatement(
            """
            update ledger_account set debits_posted = debits_posted + ?, legs = legs + ?,
              last_recorded_at = ? where id = ?""");
  }

  private static String rows(String start, String row, int count) {
    return start + Stream.generate(() -> row).limit(count).collect(Collectors.joining(","));
  }

  /** An account that only floors move. */
  static byte[] account(Connection connection, UUID tenant, String code) throws SQLException {
    byte[] id = bytes(IDS.next());
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into ledger_account (id, tenant_id, code, kind, currency, debits_pending,
              credits_pending, debits_posted, credits_posted, legs, created_at, last_recorded_at)
            values (?, ?, ?, 'EXPENSE', 'USD', 0, 0, 0, 0, 0, now(6), now(6))""")) {
      insert.setBytes(1, id);
      insert.setBytes(2, bytes(tenant));
      insert.setString(3, code);
      insert.executeUpdate();
    }
    return id;
  }

  /** How many bytes the last entry's canonical form has. */
  static int bodyOfTheLast(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select length(body) from ledger_entry order by id desc limit 1")) {
      row.next();
      return row.getInt(1);
    }
  }

  @Override
  public void make() throws SQLException {
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    List<Pair> moved = new ArrayList<>();
    int e = 1;
    int u = 1;
    int l = 1;
    byte[] first = new byte[0];
    for (int i = 0; i < entries; i++) {
      byte[] id = bytes(IDS.next());
      first = i == 0 ? id : first;
      Pair pair = pairs.get();
      moved.add(pair);
      entry.setBytes(e++, id);
      entry.setBytes(e++, tenant);
      entry.setString(e++, "floor:" + NUMBERS.incrementAndGet());
      entry.setBytes(e++, hash());
      entry.setObject(e++, now);
      entry.setObject(e++, now);
      entry.setBytes(e++, body);
      entry.setBytes(e++, hash());
      entry.setBytes(e++, entries == 1 ? null : first);
      unsealed.setBytes(u++, id);
      unsealed.setBytes(u++, tenant);
      l = leg(l, id, 1, pair.debit(), "DEBIT", now);
      l = leg(l, id, 2, pair.credit(), "CREDIT", now);
    }
    entry.executeUpdate();
    unsealed.executeUpdate();
    leg.executeUpdate();
    move(moved, now);
    connection.commit();
  }

  private int leg(
      int at, byte[] entryId, int line, byte[] accountId, String side, LocalDateTime now)
      throws SQLException {
    int next = at;
    leg.setBytes(next++, bytes(IDS.next()));
    leg.setBytes(next++, tenant);
    leg.setBytes(next++, entryId);
    leg.setInt(next++, line);
    leg.setBytes(next++, accountId);
    leg.setLong(next++, NUMBERS.incrementAndGet());
    leg.setString(next++, "EXPENSE:prog_01jd5k3v9mfe5tqxx3mz6n0000");
    leg.setString(next++, side);
    leg.setLong(next++, NUMBERS.get());
    leg.setObject(next++, now);
    return next;
  }

  /** Each account once, in the order of their ids, so that no two callers wait for each other. */
  private void move(List<Pair> moved, LocalDateTime now) throws SQLException {
    List<byte[]> touched =
        moved.stream()
            .flatMap(pair -> Stream.of(pair.debit(), pair.credit()))
            .sorted(java.util.Arrays::compareUnsigned)
            .toList();
    int from = 0;
    while (from < touched.size()) {
      int to = from;
      while (to < touched.size() && touched.get(to) == touched.get(from)) {
        to++;
      }
      account.setLong(1, 100L * (to - from));
      account.setLong(2, to - from);
      account.setObject(3, now);
      account.setBytes(4, touched.get(from));
      account.executeUpdate();
      from = to;
    }
  }

  private byte[] hash() {
    byte[] hash = new byte[HASH];
    random.nextBytes(hash);
    return hash;
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(Long.BYTES * 2)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
