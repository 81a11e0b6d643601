package io.concordat.contract.export;

/**
 * A file that an export gives.
 *
 * @param name safe as the name of a file, without a directory
 * @param content to be written as UTF-8; ends with a line feed
 */
public record ExportFile(String name, String content) {}
