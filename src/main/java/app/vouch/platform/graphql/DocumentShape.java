package app.vouch.platform.graphql;

import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a document would select once its fragments are unfolded, without unfolding them: a
 * short text can name billions of fields, and validation would visit each.
 */
final class DocumentShape {
  static final int MAX_ROOT_FIELDS = 20;
  static final int MAX_ALIASES = 100;
  static final int MAX_FIELDS = 5_000;

  /**
   * What a selection holds, fragments unfolded.
   *
   * @param roots fields on its first level
   */
  private record Count(long fields, long aliases, long roots) {
    private static final Count NONE = new Count(0, 0, 0);

    Count and(Count other) {
      return new Count(
          bounded(fields + other.fields),
          bounded(aliases + other.aliases),
          bounded(roots + other.roots));
    }

    private static long bounded(long count) {
      return Math.min(count, Integer.MAX_VALUE);
    }
  }

  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final Map<String, Count> counted = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  private DocumentShape(Document document) {
    for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
      fragments.putIfAbsent(fragment.getName(), fragment);
    }
  }

  /**
   * @throws Refusal.Rule {@code query-too-expensive} when a bound is passed
   */
  static void check(Document document) {
    DocumentShape shape = new DocumentShape(document);
    Count all = Count.NONE;
    for (Definition<?> definition : document.getDefinitions()) {
      Count count =
          switch (definition) {
            case OperationDefinition operation -> shape.count(operation.getSelectionSet());
            case FragmentDefinition fragment -> shape.count(fragment.getName());
            default -> Count.NONE;
          };
      if (definition instanceof OperationDefinition) {
        refuse(count.roots, MAX_ROOT_FIELDS, "fields on the first level");
      }
      all = all.and(count);
    }
    refuse(all.aliases, MAX_ALIASES, "aliases");
    refuse(all.fields, MAX_FIELDS, "fields");
  }

  private static void refuse(long count, int most, String what) {
    if (count > most) {
      throw new Refusal.Rule(
          ProblemType.QUERY_TOO_EXPENSIVE,
          "The document selects more than %d %s, counting fragments where they are used; ask for less"
              .formatted(most, what));
    }
  }

  private Count count(@Nullable SelectionSet selections) {
    Count sum = Count.NONE;
    if (selections != null) {
      for (Selection<?> selection : selections.getSelections()) {
        sum =
            sum.and(
                switch (selection) {
                  case Field field -> count(field);
                  case InlineFragment inline -> count(inline.getSelectionSet());
                  case FragmentSpread spread -> count(spread.getName());
                  default -> Count.NONE;
                });
      }
    }
    return sum;
  }

  private Count count(Field field) {
    Count below = count(field.getSelectionSet());
    int alias = field.getAlias() == null ? 0 : 1;
    return new Count(below.fields, below.aliases, 0).and(new Count(1, alias, 1));
  }

  /** Each fragment once; one that holds itself is for validation to refuse. */
  private Count count(String name) {
    Count known = counted.get(name);
    FragmentDefinition fragment = fragments.get(name);
    if (known != null || fragment == null || !open.add(name)) {
      return known == null ? Count.NONE : known;
    }
    Count count = count(fragment.getSelectionSet());
    open.remove(name);
    counted.put(name, count);
    return count;
  }
}
