package io.concordat.contract.policy;

import dev.cel.common.exceptions.CelAttributeNotFoundException;
import dev.cel.common.types.CelType;
import dev.cel.common.values.StructValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a {@link StructShape}. Every field can be read; {@code has()} tells whether the
 * document gives it.
 */
@SuppressWarnings("Immutable") // filled by its builder only, before anybody else sees it
final class PolicyStruct extends StructValue<String, Object> {

  private final StructShape shape;
  private final Place place;
  private final Map<String, Object> given;
  private final Map<String, Place> places;
  private final Map<String, String> unknown;

  private PolicyStruct(Builder builder) {
    this.shape = builder.shape;
    this.place = builder.place;
    this.given = Map.copyOf(builder.given);
    this.places = Map.copyOf(builder.places);
    this.unknown = Map.copyOf(builder.unknown);
  }

  static Builder builder(StructShape shape, Place place) {
    return new Builder(shape, place);
  }

  /** Where the whole value stands. */
  Place place() {
    return place;
  }

  /** Where one of its fields stands or would have to be written. */
  Place placeOf(String field) {
    return places.getOrDefault(field, place);
  }

  /** What the document gives for a field; null where it gives nothing. */
  @Nullable Object given(String field) {
    return given.get(field);
  }

  @Override
  public Object select(String field) {
    Object value = given.get(field);
    if (value != null) {
      return value;
    }
    if (!shape.fields().containsKey(field)) {
      throw CelAttributeNotFoundException.forFieldResolution(field);
    }
    refuse(field);
    return shape.absent(field);
  }

  @Override
  public Optional<Object> find(String field) {
    refuse(field);
    return Optional.ofNullable(given.get(field));
  }

  /** What is not known is neither given nor absent: who reads it fails. */
  private void refuse(String field) {
    String reason = unknown.get(field);
    if (reason != null) {
      throw CelAttributeNotFoundException.of(reason);
    }
  }

  @Override
  public Object value() {
    return this;
  }

  @Override
  public boolean isZeroValue() {
    return given.isEmpty();
  }

  @Override
  public CelType celType() {
    return shape.type();
  }

  /** Puts a value together. */
  static final class Builder {

    private final StructShape shape;
    private final Place place;
    private final Map<String, Object> given = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, String> unknown = new HashMap<>();

    private Builder(StructShape shape, Place place) {
      this.shape = shape;
      this.place = place;
    }

    /** Gives a field its value; null leaves it absent. */
    Builder set(String field, @Nullable Object value) {
      if (!shape.fields().containsKey(field)) {
        throw new IllegalArgumentException(shape.name() + " has no field " + field);
      }
      if (value != null) {
        given.put(field, value);
      }
      return this;
    }

    /** Gives a field its value, and says where it stands or would have to. */
    Builder set(String field, @Nullable Object value, Place at) {
      places.put(field, at);
      return set(field, value);
    }

    /** Says of fields that they are not known, and why. */
    Builder unknown(String reason, String... fields) {
      for (String field : fields) {
        unknown.put(field, reason);
      }
      return this;
    }

    PolicyStruct build() {
      return new PolicyStruct(this);
    }
  }
}
