package io.concordat.contract.policy;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A type of the policy language with named, typed fields.
 *
 * @param name qualified, such as {@code concordat.Field}
 * @param fields in the order of the documentation
 */
record StructShape(String name, ImmutableMap<String, CelType> fields) {

  static StructShape of(String name) {
    return new StructShape(name, ImmutableMap.of());
  }

  StructShape with(CelType type, String... names) {
    ImmutableMap.Builder<String, CelType> more = ImmutableMap.builder();
    more.putAll(fields);
    for (String field : names) {
      more.put(field, type);
    }
    return new StructShape(name, more.buildOrThrow());
  }

  StructType type() {
    ImmutableMap<String, CelType> types = fields;
    return StructType.create(name, types.keySet(), field -> Optional.ofNullable(types.get(field)));
  }

  /** What a field is where the document does not give it. */
  Object absent(String field) {
    CelType type = fields.get(field);
    if (type instanceof ListType) {
      return List.of();
    }
    if (type instanceof MapType) {
      return Map.of();
    }
    if (SimpleType.BOOL.equals(type)) {
      return false;
    }
    if (SimpleType.DOUBLE.equals(type)) {
      return -1.0;
    }
    if (SimpleType.INT.equals(type)) {
      return 0L;
    }
    return "";
  }
}
