package app.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What an operation takes and shows has the same names by REST and by GraphQL. */
class OperationShapesTest {
  /** A difference that is meant, and why. */
  private static final Map<String, String> MEANT =
      Map.of(
          "updatePerson: remove", "a merge patch says it by null, which GraphQL cannot tell",
          "updateBranding: remove", "a merge patch says it by null",
          "updateProgramVersion: remove", "a merge patch says it by null",
          "updateCalendar: remove", "a merge patch says it by null",
          "updateReferrerProtection: remove", "a merge patch says it by null",
          "referrer: name", "a short form; GraphQL reads the referrer live, with the person");

  private final OpenApiOperations rest = OpenApiOperations.committed();
  private final GraphqlFields graphql = GraphqlFields.committed();
  private final Set<String> differences = new TreeSet<>();

  private List<String> common() {
    return rest.all().keySet().stream().filter(graphql.operations()::contains).toList();
  }

  @Test
  void shouldTakeTheSame() {
    for (String operation : common()) {
      OpenApiOperations.Place place = rest.place(operation);
      Map<String, JsonNode> body = rest.members(place.input());
      Map<String, InputValueDefinition> known = graphql.inputsOf(operation);
      Set<String> byRest = new TreeSet<>(body.keySet());
      place.path().forEach(name -> byRest.add(place.neutral(name, known.keySet())));
      place.query().forEach(name -> byRest.add(place.neutral(name, known.keySet())));
      if (place.conditional()) {
        byRest.add("version");
      }
      Set<String> byGraphql = new TreeSet<>(known.keySet());
      byGraphql.remove("idempotencyKey");
      compare(operation, operation, byRest, byGraphql);
      inputs(operation, body, known);
    }

    assertThat(differences).isEmpty();
  }

  private void inputs(
      String path, Map<String, JsonNode> members, Map<String, InputValueDefinition> known) {
    known.forEach(
        (name, definition) -> {
          if (members.containsKey(name)) {
            JsonNode schema = rest.item(members.get(name));
            String type = GraphqlFields.name(definition.getType());
            Map<String, JsonNode> below = rest.members(schema);
            choices(path + "." + name, schema, type);
            if (!below.isEmpty()) {
              compare(path + "." + name, name, below.keySet(), graphql.inputs(type).keySet());
              inputs(path + "." + name, below, graphql.inputs(type));
            }
          }
        });
  }

  @Test
  void shouldShowTheSame() {
    for (String operation : common()) {
      answers(operation, operation, rest.place(operation).answer(), graphql.answer(operation));
    }

    assertThat(differences).isEmpty();
  }

  private void answers(String path, String name, JsonNode schema, String type) {
    Map<String, JsonNode> members = rest.members(rest.item(schema));
    Map<String, FieldDefinition> known = graphql.fields(type);
    choices(path, rest.item(schema), type);
    if (!members.isEmpty() && !known.isEmpty()) {
      Set<String> own = new TreeSet<>(known.keySet());
      own.removeIf(
          field -> !members.containsKey(field) && isOfItsOwn(known.get(field), type, members));
      compare(path, name, members.keySet(), own);
      members.forEach(
          (member, below) -> {
            if (known.containsKey(member)) {
              String belowType = GraphqlFields.name(known.get(member).getType());
              answers(path + "." + member, member, below, belowType);
            }
          });
    }
  }

  /**
   * Fields that only GraphQL has: those that lead to something with an id, and all of a thing of
   * which REST shows a short form.
   */
  private boolean isOfItsOwn(FieldDefinition field, String type, Map<String, JsonNode> members) {
    boolean leadsOn =
        graphql.fields(GraphqlFields.name(field.getType())).containsKey("id")
            || GraphqlFields.name(field.getType()).equals("JournalEntry");
    boolean shortForm =
        graphql.fields(type).containsKey("version") && !members.containsKey("version");
    return leadsOn || shortForm;
  }

  private void choices(String path, JsonNode schema, String type) {
    boolean byRest = rest.resolved(schema).has("enum");
    boolean byGraphql = graphql.enumeration(type).isPresent();
    if (byRest && byGraphql) {
      Set<String> words = new TreeSet<>();
      rest.resolved(schema).path("enum").forEach(word -> words.add(word.asText()));
      Set<String> known = new TreeSet<>();
      graphql
          .enumeration(type)
          .orElseThrow()
          .getEnumValueDefinitions()
          .forEach(word -> known.add(word.getName()));
      compare(path, path, words, known);
    } else if (byRest != byGraphql) {
      differences.add(path + ": one of a few words only by " + (byRest ? "REST" : "GraphQL"));
    }
  }

  private void compare(String path, String name, Set<String> byRest, Set<String> byGraphql) {
    only(path, name, "REST", byRest, byGraphql);
    only(path, name, "GraphQL", byGraphql, byRest);
  }

  private void only(String path, String name, String way, Set<String> these, Set<String> others) {
    these.stream()
        .filter(member -> !others.contains(member) && !MEANT.containsKey(name + ": " + member))
        .forEach(member -> differences.add(path + ": only " + way + " has " + member));
  }
}
