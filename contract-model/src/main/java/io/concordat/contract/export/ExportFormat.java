package io.concordat.contract.export;

/**
 * A format that contracts can be exported in.
 *
 * @param name as in commands, such as {@code json-schema}
 * @param description one sentence
 * @param needsEarlierVersion whether it is made of two versions of a contract, by {@link
 *     Exports#view}; otherwise of one, by {@link Exports#export}
 */
public record ExportFormat(String name, String description, boolean needsEarlierVersion) {

  /** Of a format that needs two versions: the SQL dialect, such as {@code postgresql}. */
  public String dialect() {
    return name.substring(name.indexOf('-') + 1);
  }
}
