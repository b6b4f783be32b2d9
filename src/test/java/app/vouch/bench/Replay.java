package app.vouch.bench;

import app.vouch.bench.Snapshot.Change;
import app.vouch.bench.Table.Column;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one write, to be written again and again as a bare program would: the same columns
 * and sizes, one statement for each row. Ids and hashes that the write made are made anew for each
 * repetition, the same one wherever the write had the same one. Texts and numbers that a unique
 * index would refuse a second time change as well; auto-increment columns are left to the database.
 */
record Replay(List<Statement> statements) {

  /**
   * One prepared statement and what it gets.
   *
   * @param table that it writes to
   */
  record Statement(String table, String sql, List<Value> values) {}

  /** A parameter of a repetition. */
  sealed interface Value {

    /** The same in each repetition. */
    record Same(@Nullable Object value) implements Value {}

    /** An id, numbered within the write. */
    record Id(int number) implements Value {}

    /** Bytes that look random, such as a hash, numbered within the write. */
    record Bytes(int number, int length) implements Value {}

    /** A text of the same length that is used once. */
    record Text(String model) implements Value {}

    /**
     * A number that is used once.
     *
     * @param bits of the column, whose upper half is free
     */
    record Number(int bits) implements Value {}
  }

  private static final int ID_LENGTH = 16;

  static Replay of(Snapshot before, List<Change> changes) {
    return new Planner(known(before)).plan(changes);
  }

  /** Rows by table, such as {@code 1 person, 2 event, 1 counter (changed)}. */
  String summary() {
    Map<String, Long> counts =
        statements.stream()
            .collect(
                Collectors.groupingBy(
                    s -> s.sql().startsWith("update") ? s.table() + " (changed)" : s.table(),
                    LinkedHashMap::new,
                    Collectors.counting()));
    return counts.entrySet().stream()
        .map(e -> e.getValue() + " " + e.getKey())
        .collect(Collectors.joining(", "));
  }

  private static Set<ByteBuffer> known(Snapshot before) {
    Set<ByteBuffer> known = new HashSet<>();
    before
        .rows()
        .forEach(
            (table, rows) ->
                rows.values()
                    .forEach(
                        row -> {
                          for (int i = 0; i < row.length; i++) {
                            if (isBinary(table.columns().get(i)) && row[i] instanceof byte[] b) {
                              known.add(ByteBuffer.wrap(b));
                            }
                          }
                        }));
    return known;
  }

  private static boolean isBinary(Column column) {
    return column.type().equals("binary");
  }

  private static final class Planner {
    private final Set<ByteBuffer> known;
    private final Map<ByteBuffer, Value> made = new HashMap<>();

    private Planner(Set<ByteBuffer> known) {
      this.known = known;
    }

    private Replay plan(List<Change> changes) {
      return new Replay(
          changes.stream()
              .map(change -> change.before() == null ? insert(change) : update(change))
              .toList());
    }

    private Statement insert(Change change) {
      Table table = change.table();
      Map<String, Value> values = new LinkedHashMap<>();
      for (int i = 0; i < table.columns().size(); i++) {
        Column column = table.columns().get(i);
        if (!column.autoIncrement()) {
          values.put(column.name(), value(column, change.after()[i]));
        }
      }
      table.uniqueIndexes().forEach(index -> makeUnique(table, index, values));
      return new Statement(
          table.name(),
          "insert into `%s` (%s) values (%s)"
              .formatted(
                  table.name(),
                  values.keySet().stream()
                      .map(name -> "`" + name + "`")
                      .collect(Collectors.joining(", ")),
                  values.values().stream().map(v -> "?").collect(Collectors.joining(", "))),
          List.copyOf(values.values()));
    }

    private Value value(Column column, @Nullable Object value) {
      if (!isBinary(column)
          || !(value instanceof byte[] bytes)
          || known.contains(ByteBuffer.wrap(bytes))) {
        return new Value.Same(value);
      }
      return made.computeIfAbsent(
          ByteBuffer.wrap(bytes),
          b ->
              bytes.length == ID_LENGTH
                  ? new Value.Id(made.size())
                  : new Value.Bytes(made.size(), bytes.length));
    }

    /** A row whose index has a null, or something new, is not refused. */
    private static void makeUnique(Table table, List<String> index, Map<String, Value> values) {
      boolean fine =
          index.stream()
              .map(values::get)
              .anyMatch(v -> !(v instanceof Value.Same same) || same.value() == null);
      if (fine) {
        return;
      }
      for (String name : index.reversed()) {
        Column column = table.columns().get(table.index(name));
        if (column.isText() && values.get(name) instanceof Value.Same(String text)) {
          values.put(name, new Value.Text(text));
          return;
        }
        if (column.isInteger()) {
          values.put(name, new Value.Number(column.bits()));
          return;
        }
      }
      throw new IllegalStateException(
          "cannot write a second row like that of %s: unique index on %s"
              .formatted(table.name(), index));
    }

    /** Numbers rise by as much as in the write; other values are written as they were. */
    private Statement update(Change change) {
      Table table = change.table();
      List<String> sets = new ArrayList<>();
      List<Value> values = new ArrayList<>();
      for (int i = 0; i < table.columns().size(); i++) {
        Object before = change.before()[i];
        Object after = change.after()[i];
        String name = "`" + table.columns().get(i).name() + "`";
        if (java.util.Objects.deepEquals(before, after)) {
          continue;
        }
        if (before instanceof Number from && after instanceof Number to) {
          sets.add(name + " = " + name + " + ?");
          values.add(new Value.Same(to.longValue() - from.longValue()));
        } else {
          sets.add(name + " = ?");
          values.add(new Value.Same(after));
        }
      }
      table
          .primaryKey()
          .forEach(column -> values.add(new Value.Same(change.after()[table.index(column)])));
      return new Statement(
          table.name(),
          "update `%s` set %s where %s"
              .formatted(
                  table.name(),
                  String.join(", ", sets),
                  table.primaryKey().stream()
                      .map(column -> "`" + column + "` = ?")
                      .collect(Collectors.joining(" and "))),
          List.copyOf(values));
    }
  }
}
