package io.concordat.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a draft.
 *
 * @param logicalType one of the standard's
 * @param physicalType as the source writes it, null where it has none
 * @param required whether the source promises a value
 * @param keyPosition in the primary key, from 1; 0 where it is not part of one
 * @param description null where the source has none
 * @param format option of the logical type, null where none
 * @param pattern that all values match, null where the source has none
 * @param values the only ones allowed; empty where any are
 * @param parts of an object
 * @param items of a list, null where not told
 */
public record DraftField(
    String name,
    String logicalType,
    @Nullable String physicalType,
    boolean required,
    boolean unique,
    int keyPosition,
    @Nullable String description,
    @Nullable String format,
    @Nullable String pattern,
    List<String> values,
    List<DraftField> parts,
    @Nullable DraftField items) {

  public DraftField {
    values = List.copyOf(values);
    parts = List.copyOf(parts);
  }

  /** A field of which only the type is known. */
  public static DraftField of(String name, String logicalType) {
    return new DraftField(
        name, logicalType, null, false, false, 0, null, null, null, List.of(), List.of(), null);
  }

  DraftField named(String newName) {
    return new DraftField(
        newName,
        logicalType,
        physicalType,
        required,
        unique,
        keyPosition,
        description,
        format,
        pattern,
        values,
        parts,
        items);
  }

  DraftField typed(@Nullable String newPhysicalType) {
    return new DraftField(
        name,
        logicalType,
        newPhysicalType,
        required,
        unique,
        keyPosition,
        description,
        format,
        pattern,
        values,
        parts,
        items);
  }

  DraftField promised(boolean newRequired, boolean newUnique, int newKeyPosition) {
    return new DraftField(
        name,
        logicalType,
        physicalType,
        newRequired,
        newUnique,
        newKeyPosition,
        description,
        format,
        pattern,
        values,
        parts,
        items);
  }

  DraftField described(@Nullable String newDescription) {
    return new DraftField(
        name,
        logicalType,
        physicalType,
        required,
        unique,
        keyPosition,
        newDescription,
        format,
        pattern,
        values,
        parts,
        items);
  }

  DraftField restricted(
      @Nullable String newFormat, @Nullable String newPattern, List<String> newValues) {
    return new DraftField(
        name,
        logicalType,
        physicalType,
        required,
        unique,
        keyPosition,
        description,
        newFormat,
        newPattern,
        newValues,
        parts,
        items);
  }

  DraftField with(List<DraftField> newParts, @Nullable DraftField newItems) {
    return new DraftField(
        name,
        logicalType,
        physicalType,
        required,
        unique,
        keyPosition,
        description,
        format,
        pattern,
        values,
        newParts,
        newItems);
  }
}
