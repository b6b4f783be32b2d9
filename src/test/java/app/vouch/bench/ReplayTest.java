package app.vouch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.bench.Replay.Statement;
import app.vouch.bench.Replay.Value;
import app.vouch.bench.Snapshot.Change;
import app.vouch.bench.Table.Column;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final byte[] TENANT = bytes(16, 1);
  private static final byte[] PERSON = bytes(16, 2);
  private static final byte[] KEY = bytes(32, 3);
  private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-22T09:30:00");

  private static final Table PERSONS =
      new Table(
          "person",
          List.of(
              column("id", "binary"),
              column("tenant_id", "binary"),
              column("name", "varchar"),
              column("email_key", "binary"),
              column("made_at", "datetime")),
          List.of("id"),
          List.of(List.of("id"), List.of("tenant_id", "email_key")));

  private static final Table EVENTS =
      new Table(
          "event",
          List.of(
              column("id", "binary"),
              column("tenant_id", "binary"),
              column("resource_id", "binary"),
              column("position", "bigint"),
              new Column("recorded_no", "bigint", true)),
          List.of("id"),
          List.of(List.of("id"), List.of("tenant_id", "position"), List.of("recorded_no")));

  private static final Table TIMERS =
      new Table(
          "timer",
          List.of(column("task", "varchar"), column("instance", "varchar")),
          List.of("task", "instance"),
          List.of(List.of("task", "instance")));

  private static final Table COUNTERS =
      new Table(
          "counter",
          List.of(column("id", "binary"), column("taken", "bigint"), column("by", "varchar")),
          List.of("id"),
          List.of(List.of("id")));

  @Test
  void shouldFindWhatIsNewAndWhatIsChangedWhenSnapshotsDiffer() {
    @Nullable Object[] same = {TENANT, 1L, "a"};
    Snapshot before =
        new Snapshot(Map.of(COUNTERS, Map.of("1", same, "2", new Object[] {KEY, 1L, "a"})));
    @Nullable Object[] changed = {KEY.clone(), 2L, "a"};
    @Nullable Object[] added = {PERSON, 1L, "b"};
    Snapshot after =
        new Snapshot(
            Map.of(
                COUNTERS,
                Map.of("1", new Object[] {TENANT.clone(), 1L, "a"}, "2", changed, "3", added)));

    List<Change> changes = before.changesTo(after);

    assertThat(changes).extracting(Change::after).containsExactlyInAnyOrder(changed, added);
    assertThat(changes).filteredOn(c -> c.before() == null).hasSize(1);
  }

  @Test
  void shouldMakeTheSameIdAnewInEveryTableWhenTheWriteMadeIt() {
    Replay replay =
        replay(
            inserted(PERSONS, PERSON, TENANT, "Ann", KEY, NOW),
            inserted(EVENTS, bytes(16, 4), TENANT, PERSON.clone(), 17L, 99L));

    Statement person = replay.statements().getFirst();
    assertThat(person.sql())
        .isEqualTo(
            "insert into `person` (`id`, `tenant_id`, `name`, `email_key`, `made_at`) values (?, ?, ?, ?, ?)");
    assertThat(person.values())
        .containsExactly(
            new Value.Id(0),
            new Value.Same(TENANT),
            new Value.Same("Ann"),
            new Value.Bytes(1, 32),
            new Value.Same(NOW));
    assertThat(replay.statements().getLast().values())
        .containsExactly(
            new Value.Id(2), new Value.Same(TENANT), new Value.Id(0), new Value.Number(Long.SIZE));
    assertThat(replay.summary()).isEqualTo("1 person, 1 event");
  }

  @Test
  void shouldLeaveAnIndexAloneWhenItHoldsANull() {
    Replay replay = replay(inserted(EVENTS, bytes(16, 4), TENANT, PERSON, null, 99L));

    assertThat(replay.statements().getFirst().values()).contains(new Value.Same(null));
  }

  @Test
  void shouldChangeTheLastTextWhenNothingElseOfAUniqueIndexIsNew() {
    Replay replay = replay(inserted(TIMERS, "expire", "ref_1"));

    assertThat(replay.statements().getFirst().values())
        .containsExactly(new Value.Same("expire"), new Value.Text("ref_1"));
  }

  @Test
  void shouldRaiseNumbersAndSetTheRestWhenARowWasChanged() {
    Replay replay =
        replay(
            new Change(COUNTERS, new Object[] {TENANT, 5L, "a"}, new Object[] {TENANT, 7L, "b"}));

    Statement update = replay.statements().getFirst();
    assertThat(update.sql())
        .isEqualTo("update `counter` set `taken` = `taken` + ?, `by` = ? where `id` = ?");
    assertThat(update.values())
        .containsExactly(new Value.Same(2L), new Value.Same("b"), new Value.Same(TENANT));
    assertThat(replay.summary()).isEqualTo("1 counter (changed)");
  }

  @Test
  void shouldKeepTheLengthWhenATextIsUsedOnce() {
    assertThat(ReplayWriter.unlike("acme17.example", 36)).isEqualTo("acme17.exam~10");
    assertThat(ReplayWriter.unlike("a", 36)).isEqualTo("~10");
  }

  /** After a database that knows the tenant only. */
  private static Replay replay(Change... changes) {
    return Replay.of(
        new Snapshot(Map.of(COUNTERS, Map.of("1", new Object[] {TENANT, 1L, "a"}))),
        List.of(changes));
  }

  private static Change inserted(Table table, @Nullable Object... row) {
    return new Change(table, null, row);
  }

  private static Column column(String name, String type) {
    return new Column(name, type, false);
  }

  private static byte[] bytes(int length, int value) {
    byte[] bytes = new byte[length];
    bytes[0] = (byte) value;
    return bytes;
  }
}
