package app.vouch.incentive.proof;

import app.vouch.platform.persistence.Sql;
import app.vouch.shared.IdType;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What is booked about a reward or payout: the legs of the entries whose keys begin with its id.
 */
final class Booked {
  private final Map<String, Long> posted = new HashMap<>();
  private final Map<String, Long> pending = new HashMap<>();

  private record Line(String about, String kind, StoredLeg leg) {
    static Line read(Sql.Row row) throws SQLException {
      String key = row.text("entry_key");
      return new Line(key.substring(0, key.indexOf(':')), row.text("kind"), StoredLeg.read(row));
    }
  }

  /** As an account is named here. */
  static String account(String code, String currency) {
    return code + ' ' + currency;
  }

  /**
   * Of a range of ids, in one query.
   *
   * @param after exclusive
   * @param upTo inclusive
   */
  static Map<String, Booked> of(Sql sql, UUID tenant, IdType type, UUID after, UUID upTo) {
    List<Line> lines =
        sql.list(
            "select e.entry_key, e.kind, "
                + StoredLeg.COLUMNS
                + """

                from ledger_entry e
                join ledger_leg l on l.tenant_id = e.tenant_id and l.entry_id = e.id
                where e.tenant_id = ? and e.entry_key >= ? and e.entry_key < ?""",
            Line::read,
            tenant,
            type.format(after) + ';',
            type.format(upTo) + ';');
    Map<String, Booked> booked = new HashMap<>();
    lines.forEach(line -> booked.computeIfAbsent(line.about(), id -> new Booked()).add(line));
    return booked;
  }

  private void add(Line line) {
    StoredLeg leg = line.leg();
    boolean isPending = line.kind().equals("PENDING");
    long held = isPending ? leg.amount() : -leg.released();
    long moved = line.kind().equals("POSTED") ? leg.amount() : 0;
    String account = account(leg.code(), leg.currency());
    pending.merge(account, leg.signed(held), Long::sum);
    posted.merge(account, leg.signed(moved), Long::sum);
  }

  /** Debits less credits that are posted, in minor units. */
  long posted(String account) {
    return posted.getOrDefault(account, 0L);
  }

  /** Debits less credits that are held, in minor units. */
  long pending(String account) {
    return pending.getOrDefault(account, 0L);
  }

  Iterable<String> accounts() {
    return new TreeSet<>(posted.keySet());
  }
}
