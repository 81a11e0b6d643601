package io.concordat.results.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads the files of the tools. */
public final class ResultFiles {

  private ResultFiles() {}

  /**
   * Reads files that belong together; each may hold several JSON documents one after the other.
   *
   * @param in for dbt, results and manifest in any order
   * @throws Unreadable where one of them cannot be read
   */
  public static Results read(Tool tool, List<InputStream> in) throws IOException {
    Collected collected = new Collected();
    switch (tool) {
      case DBT -> {
        DbtFiles files = new DbtFiles(collected);
        in.forEach(each -> Parts.read(each, DbtFiles::keeps, files::take));
        files.finish();
      }
      case GREAT_EXPECTATIONS ->
          in.forEach(each ->
              Parts.read(
                  each,
                  GreatExpectationsFiles::keeps,
                  new GreatExpectationsFiles(collected)::take));
      case SODA ->
          in.forEach(each -> Parts.read(each, SodaFiles::keeps, new SodaFiles(collected)::take));
      case DATACONTRACT ->
          in.forEach(each ->
              Parts.read(each, DatacontractFiles::keeps, new DatacontractFiles(collected)::take));
      case CHECKS -> {
        for (InputStream each : in) {
          CheckLines.lines(each.readAllBytes(), collected);
        }
      }
    }
    return collected.results();
  }

  /** Reads one text. */
  public static Results read(Tool tool, byte[] text) {
    try {
      return read(tool, List.of(new ByteArrayInputStream(text)));
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException("Memory can be read", impossible);
    }
  }
}
