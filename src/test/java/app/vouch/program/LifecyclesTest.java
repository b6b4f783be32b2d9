package app.vouch.program;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.docs.GeneratedFile;
import app.vouch.shared.Lifecycle;
import app.vouch.shared.Lifecycle.Decision;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The full grid of each machine: every pair that is not listed is refused. */
class LifecyclesTest {

  @Test
  void shouldMoveProgramsAsTheContractSays() {
    assertThat(grid(ProgramLifecycle.TABLE)).isEqualTo(Map.of("ACTIVE ARCHIVE", "ARCHIVED"));
    assertSound(ProgramLifecycle.TABLE, EnumSet.of(ProgramState.ARCHIVED), Set.of());
  }

  @Test
  void shouldMoveVersionsAsTheContractSays() {
    assertThat(grid(VersionLifecycle.TABLE))
        .isEqualTo(
            Map.of(
                "DRAFT PUBLISH", "PUBLISHED",
                "DRAFT DISCARD", "DISCARDED",
                "PUBLISHED SUPERSEDE", "SUPERSEDED"));
    assertSound(
        VersionLifecycle.TABLE,
        EnumSet.of(VersionState.SUPERSEDED, VersionState.DISCARDED),
        Set.of());
  }

  @Test
  void shouldMoveReferrersAsTheContractSays() {
    assertThat(grid(ReferrerLifecycle.TABLE))
        .isEqualTo(
            Map.of(
                "ENROLLED PAUSE", "PAUSED",
                "PAUSED RESUME", "ENROLLED",
                "ENROLLED REMOVE", "REMOVED",
                "PAUSED REMOVE", "REMOVED"));
    assertSound(
        ReferrerLifecycle.TABLE,
        EnumSet.of(ReferrerState.REMOVED),
        EnumSet.of(ReferrerAction.ENROL));
  }

  private static <S extends Enum<S>, A extends Enum<A>> Map<String, String> grid(
      Lifecycle<S, A> table) {
    Map<String, String> moves = new TreeMap<>();
    for (S state : table.states()) {
      for (A action : table.actions()) {
        switch (table.decide(state, action)) {
          case Decision.Moved<S, A> moved -> moves.put(state + " " + action, moved.to().name());
          case Decision.Refused<S, A> refused ->
              assertThat(refused.allowed()).isEqualTo(table.allowed(state)).doesNotContain(action);
        }
      }
    }
    return moves;
  }

  /**
   * @param first the actions that make the thing, so that no row has them
   */
  private static <S extends Enum<S>, A extends Enum<A>> void assertSound(
      Lifecycle<S, A> table, Set<S> terminal, Set<A> first) {
    Set<S> reached = new LinkedHashSet<>(Set.of(table.initial()));
    for (int step = 0; step < table.states().size(); step++) {
      table.rows().stream()
          .filter(row -> row.from().stream().anyMatch(reached::contains))
          .forEach(row -> reached.add(row.to()));
    }
    assertThat(reached).containsExactlyInAnyOrderElementsOf(table.states());
    assertThat(table.states().stream().filter(table::isTerminal)).hasSameElementsAs(terminal);
    Set<A> used = new LinkedHashSet<>(first);
    table.rows().forEach(row -> used.add(row.action()));
    assertThat(used).containsExactlyInAnyOrderElementsOf(table.actions());
  }

  @Test
  @Tag("generated")
  void shouldShowTheTablesInTheDiagram() {
    GeneratedFile.check(
        Path.of("src/docs/states/program.md"),
        "# Program, version, referrer\n"
            + "\nGenerated from the tables; `make docs` writes it anew.\n"
            + section("Program", ProgramLifecycle.TABLE)
            + section("Program version", VersionLifecycle.TABLE)
            + section("Referrer", ReferrerLifecycle.TABLE));
  }

  private static String section(String title, Lifecycle<?, ?> table) {
    return "\n## %s\n\n```mermaid\n%s```\n".formatted(title, table.toMermaid());
  }
}
