package io.concordat.messages.mesh;

/**
 * A dataset as lineage events name it: the two parts of OpenLineage's naming rules. Any text;
 * compared to the character.
 *
 * @param namespace the data source, such as {@code postgres://db.example.com:5432}
 * @param name unique within the data source, such as {@code shop.public.orders}
 */
public record DatasetName(String namespace, String name) {}
