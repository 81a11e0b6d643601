package io.concordat.messages.contract;

import org.jspecify.annotations.Nullable;

/**
 * One difference between two documents of a contract.
 *
 * @param kind what it means to readers
 * @param rule which row of the table of changes says so, such as {@code field-removed}
 * @param path JSON path in the document that has it: in the one before where something was removed,
 *     else in the one after
 * @param element what readers call the part of the data that it concerns, {@code object} or {@code
 *     object.field.sub}; null where it concerns the whole contract
 * @param description one sentence for people
 * @param before what was written, shortened; null where nothing was
 * @param after what is written now, shortened; null where nothing is
 */
public record ContractChange(
    ChangeKind kind,
    String rule,
    String path,
    @Nullable String element,
    String description,
    @Nullable String before,
    @Nullable String after) {}
