package io.concordat.contract.odcs;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What narrows a property's logical type. Each component is null, or an empty list, where it is not
 * given; which can be given depends on the type.
 *
 * @param at the options; the property itself where it has none
 * @param minLength of a string, in characters, whole and from 0
 * @param maxLength as minLength
 * @param pattern of a string, an ECMA-262 regular expression
 * @param format of a string a word such as {@code email}; of a date, timestamp or time a JDK
 *     DateTimeFormatter pattern; of a number its width such as {@code i32}
 * @param minimum least value, itself allowed
 * @param maximum greatest value, itself allowed
 * @param exclusiveMinimum what every value is greater than; where a document of before 3.1 writes
 *     {@code exclusiveMinimum: true} beside a minimum, that minimum, which is then null itself
 * @param exclusiveMaximum what every value is less than, in the same way
 * @param multipleOf of a number, greater than 0
 * @param minItems of an array, whole and from 0
 * @param maxItems as minItems
 * @param minProperties of an object, whole and from 0
 * @param maxProperties as minProperties
 * @param required of an object, names of its properties
 * @param timezone of a timestamp or time, whether it has a time zone
 * @param defaultTimezone of a timestamp or time, as written
 */
public record LogicalTypeOptions(
    Locus at,
    @Nullable BigDecimal minLength,
    @Nullable BigDecimal maxLength,
    @Nullable String pattern,
    @Nullable String format,
    @Nullable Bound minimum,
    @Nullable Bound maximum,
    @Nullable Bound exclusiveMinimum,
    @Nullable Bound exclusiveMaximum,
    @Nullable BigDecimal multipleOf,
    @Nullable BigDecimal minItems,
    @Nullable BigDecimal maxItems,
    @Nullable Boolean uniqueItems,
    @Nullable BigDecimal minProperties,
    @Nullable BigDecimal maxProperties,
    List<String> required,
    @Nullable Boolean timezone,
    @Nullable String defaultTimezone) {

  public LogicalTypeOptions {
    required = List.copyOf(required);
  }
}
