package app.vouch.contract;

import graphql.language.EnumTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Inputs that are well formed and as small as the schema lets them be. */
final class SmallestInput {
  private static final GraphqlFields FIELDS = GraphqlFields.committed();

  /** Of an operation: what it must have, each with some value of its type. */
  static Map<String, Object> of(String operation) {
    return required(FIELDS.inputsOf(operation));
  }

  /** With every id in it, such as {@code id} or {@code programId}, replaced by this one. */
  static Map<String, Object> of(String operation, String id) {
    Map<String, Object> input = of(operation);
    input.replaceAll((name, value) -> name.matches("id|.*Id") ? id : value);
    return input;
  }

  private static Map<String, Object> required(Map<String, InputValueDefinition> members) {
    Map<String, Object> input = new LinkedHashMap<>();
    members.forEach(
        (name, member) -> {
          if (member.getType() instanceof NonNullType needed && member.getDefaultValue() == null) {
            input.put(name, name.equals("currency") ? "USD" : value(needed.getType()));
          }
        });
    return input;
  }

  private static Object value(Type<?> type) {
    if (type instanceof NonNullType needed) {
      return value(needed.getType());
    }
    if (type instanceof ListType list) {
      return List.of(value(list.getType()));
    }
    String name = GraphqlFields.name(type);
    Map<String, InputValueDefinition> members = FIELDS.inputs(name);
    if (name.equals("MoneyInput")) {
      return Given.usd("1.00");
    }
    if (!members.isEmpty()) {
      return required(members);
    }
    return switch (name) {
      case "Int" -> 1;
      case "Boolean" -> true;
      case "ID", "String" -> "some";
      case "Date" -> "2026-01-01";
      case "DateTime" -> "2026-01-01T00:00:00Z";
      default -> FIELDS.enumeration(name).map(SmallestInput::first).orElseThrow();
    };
  }

  private static String first(EnumTypeDefinition choices) {
    return choices.getEnumValueDefinitions().getFirst().getName();
  }

  private SmallestInput() {}
}
