package io.concordat.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The scalars of the schema: DateTime (RFC 3339, UTC), YearMonth and Long. */
final class Scalars {

  private Scalars() {}

  static List<GraphQLScalarType> all() {
    return List.of(
        scalar("DateTime", "RFC 3339 text such as 2026-10-05T08:00:00Z", Scalars::instant),
        scalar("YearMonth", "a month such as 2026-10", YearMonth::parse),
        GraphQLScalarType.newScalar().name("Long").coercing(new LongCoercing()).build());
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
  }

  private static <T> GraphQLScalarType scalar(String name, String form, Function<String, T> parse) {
    return GraphQLScalarType.newScalar()
        .name(name)
        .coercing(new TextCoercing<>(name, form, parse))
        .build();
  }

  private record TextCoercing<T>(String name, String form, Function<String, T> parse)
      implements Coercing<T, String> {

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
      return value.toString();
    }

    @Override
    public T parseValue(Object input, GraphQLContext context, Locale locale) {
      if (input instanceof String text) {
        try {
          return parse.apply(text);
        } catch (DateTimeException unreadable) {
          throw new CoercingParseValueException(wrong(), unreadable);
        }
      }
      throw new CoercingParseValueException(wrong());
    }

    @Override
    public T parseLiteral(
        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      if (input instanceof StringValue literal && literal.getValue() instanceof String text) {
        try {
          return parse.apply(text);
        } catch (DateTimeException unreadable) {
          throw new CoercingParseLiteralException(wrong(), unreadable);
        }
      }
      throw new CoercingParseLiteralException(wrong());
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
      return StringValue.of(input.toString());
    }

    private String wrong() {
      return "A " + name + " is " + form + ".";
    }
  }

  private static final class LongCoercing implements Coercing<Long, Long> {

    @Override
    public Long serialize(Object value, GraphQLContext context, Locale locale) {
      return ((Number) value).longValue();
    }

    @Override
    public Long parseValue(Object input, GraphQLContext context, Locale locale) {
      return switch (input) {
        case Long number -> number;
        case Integer number -> number.longValue();
        case java.math.BigInteger number when number.bitLength() < Long.SIZE -> number.longValue();
        default ->
            throw new CoercingParseValueException("A Long is a whole number of up to 64 bits.");
      };
    }

    @Override
    public Long parseLiteral(
        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      if (input instanceof IntValue number && number.getValue().bitLength() < Long.SIZE) {
        return number.getValue().longValue();
      }
      throw new CoercingParseLiteralException("A Long is a whole number of up to 64 bits.");
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
      return IntValue.of(((Number) input).intValue());
    }
  }
}
