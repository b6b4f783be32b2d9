package app.vouch.shared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A state machine as a table of rows, the only place where a transition is added. Pure: it decides,
 * the caller changes the state.
 *
 * @param <S> states; the first constant is the initial one
 * @param <A> actions
 */
public final class Lifecycle<S extends Enum<S>, A extends Enum<A>> {

  /** From these states, this action leads there. */
  public record Row<S, A>(Set<S> from, A action, S to) {}

  /** What {@link #decide} answers; the compiler sees to it that both are handled. */
  public sealed interface Decision<S, A> {
    record Moved<S, A>(S from, A action, S to) implements Decision<S, A> {}

    record Refused<S, A>(S in, A action, Set<A> allowed) implements Decision<S, A> {}
  }

  private final Class<S> states;
  private final Class<A> actions;
  private final List<Row<S, A>> rows;
  private final Map<S, Map<A, S>> targets = new LinkedHashMap<>();

  /**
   * @throws IllegalArgumentException when a state has two rows for one action
   */
  public Lifecycle(Class<S> states, Class<A> actions, List<Row<S, A>> rows) {
    this.states = states;
    this.actions = actions;
    this.rows = List.copyOf(rows);
    for (Row<S, A> row : rows) {
      for (S from : row.from()) {
        S other =
            targets.computeIfAbsent(from, s -> new LinkedHashMap<>()).put(row.action(), row.to());
        if (other != null) {
          throw new IllegalArgumentException(from + " has two rows for " + row.action());
        }
      }
    }
  }

  /** A row of the table. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <S extends Enum<S>, A extends Enum<A>> Row<S, A> on(A action, S to, S... from) {
    return new Row<>(EnumSet.copyOf(Arrays.asList(from)), action, to);
  }

  public Decision<S, A> decide(S in, A action) {
    S to = targets.getOrDefault(in, Map.of()).get(action);
    return to == null
        ? new Decision.Refused<>(in, action, allowed(in))
        : new Decision.Moved<>(in, action, to);
  }

  /**
   * The target of an action.
   *
   * @throws Refusal.NotAllowed when the table has no such row; it names the actions that are
   *     allowed
   */
  public S move(IdType type, S in, A action) {
    return switch (decide(in, action)) {
      case Decision.Moved<S, A> moved -> moved.to();
      case Decision.Refused<S, A> refused ->
          throw new Refusal.NotAllowed(type, in, action, refused.allowed());
    };
  }

  public Set<A> allowed(S in) {
    Set<A> allowed = EnumSet.noneOf(actions);
    allowed.addAll(targets.getOrDefault(in, Map.of()).keySet());
    return allowed;
  }

  public boolean isTerminal(S state) {
    return !targets.containsKey(state);
  }

  public S initial() {
    return states.getEnumConstants()[0];
  }

  public List<Row<S, A>> rows() {
    return rows;
  }

  public Collection<S> states() {
    return List.of(states.getEnumConstants());
  }

  public Collection<A> actions() {
    return List.of(actions.getEnumConstants());
  }

  /** The table as a Mermaid state diagram. */
  public String toMermaid() {
    List<String> lines = new ArrayList<>(List.of("stateDiagram-v2", "    [*] --> " + initial()));
    for (Row<S, A> row : rows) {
      row.from()
          .forEach(from -> lines.add("    %s --> %s: %s".formatted(from, row.to(), row.action())));
    }
    states().stream().filter(this::isTerminal).forEach(s -> lines.add("    " + s + " --> [*]"));
    return String.join("\n", lines) + "\n";
  }
}
