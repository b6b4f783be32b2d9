package app.vouch.platform.graphql;

import app.vouch.shared.Times;
import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import io.smallrye.graphql.scalar.GraphQLScalarTypes;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Scalars that take only what they say. The framework's own take {@code "1"} and {@code 1e300} for
 * an Int, any text for a DateTime and any thing for an ID, and find out in the resolver or not at
 * all.
 */
final class StrictScalars {

  /** Puts them in the place of the framework's, before it builds the schema. */
  static void register() {
    replace(Scalars.GraphQLInt);
    replace(strict("ID", v -> v instanceof String || isWhole(v), "an id"));
    replace(strict("BigInteger", StrictScalars::isLong, "a whole number of at most 64 bits"));
    replace(strict("BigDecimal", v -> v instanceof Number, "a number"));
    replace(strict("Float", v -> v instanceof Number, "a number"));
    replace(
        strict(
            "DateTime",
            v -> v instanceof String text && Times.parse(text).isPresent(),
            "a time with its offset, such as 2026-11-22T09:30:00Z, from 1970 to 9998"));
    replace(strict("Date", text(LocalDate::parse), "a date such as 2026-11-22"));
  }

  /** Under a class name that no field has: the framework finds scalars of the schema by name. */
  private static void replace(GraphQLScalarType scalar) {
    GraphQLScalarTypes.registerCustomScalar(
        scalar.getName(), "app.vouch.strict." + scalar.getName(), scalar);
  }

  private static GraphQLScalarType strict(String name, Predicate<Object> takes, String form) {
    GraphQLScalarType present = GraphQLScalarTypes.getScalarByName(name);
    return present.transform(
        scalar -> scalar.coercing(new Strict(name, present.getCoercing(), takes, form)));
  }

  private static boolean isWhole(Object value) {
    return value instanceof Number number
        && new BigDecimal(number.toString()).stripTrailingZeros().scale() <= 0;
  }

  private static boolean isLong(Object value) {
    return isWhole(value)
        && new BigDecimal(value.toString()).toBigInteger().bitLength() < Long.SIZE;
  }

  private static Predicate<Object> text(Function<String, Object> parser) {
    return value -> {
      try {
        return value instanceof String text && parser.apply(text) != null;
      } catch (DateTimeException e) {
        return false;
      }
    };
  }

  /** The framework's coercion, after a look at what comes in. */
  private record Strict(String name, Coercing<?, ?> present, Predicate<Object> takes, String form)
      implements Coercing<Object, Object> {

    @Override
    public @Nullable Object serialize(
        @NonNull Object result, @NonNull GraphQLContext context, @NonNull Locale locale) {
      return present.serialize(result, context, locale);
    }

    @Override
    public @Nullable Object parseValue(
        @NonNull Object input, @NonNull GraphQLContext context, @NonNull Locale locale) {
      if (!takes.test(input)) {
        throw new CoercingParseValueException("must be " + form);
      }
      return present.parseValue(input, context, locale);
    }

    @Override
    public @Nullable Object parseLiteral(
        @NonNull Value<?> input,
        @NonNull CoercedVariables variables,
        @NonNull GraphQLContext context,
        @NonNull Locale locale) {
      if (!takes.test(plain(input))) {
        throw new CoercingParseLiteralException(name + " must be " + form);
      }
      return present.parseLiteral(input, variables, context, locale);
    }

    @Override
    public @NonNull Value<?> valueToLiteral(
        @NonNull Object input, @NonNull GraphQLContext context, @NonNull Locale locale) {
      return present.valueToLiteral(input, context, locale);
    }

    private static Object plain(Value<?> literal) {
      return switch (literal) {
        case IntValue whole -> whole.getValue();
        case graphql.language.FloatValue number -> number.getValue();
        case StringValue string -> string.getValue();
        default -> literal;
      };
    }
  }

  private StrictScalars() {}
}
