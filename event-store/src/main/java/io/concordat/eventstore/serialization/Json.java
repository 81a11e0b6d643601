package io.concordat.eventstore.serialization;

import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** How JSON is written and read here. */
final class Json {

  private Json() {}

  /**
   * Events, commands and metadata: components in the order of their declaration, ISO dates and
   * durations, every component that is not nullable has to be there. Unknown properties are
   * ignored, so that an older node can read what a newer one wrote.
   */
  static JsonMapper.Builder strict(JsonMapper.Builder builder) {
    return builder
        .annotationIntrospector(new NullnessIntrospector())
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
  }

  /** Events, with Axon's own deserializers in place. */
  static Jackson3SerializerCustomizer events() {
    return Json::strict;
  }

  /**
   * Tokens carry class names of the framework; no other class may be named by what is stored.
   * Without this a reset processor cannot read its replay token back.
   */
  static Jackson3SerializerCustomizer tokens() {
    return builder ->
        builder.polymorphicTypeValidator(
            BasicPolymorphicTypeValidator.builder().allowIfSubType("org.axonframework.").build());
  }
}
