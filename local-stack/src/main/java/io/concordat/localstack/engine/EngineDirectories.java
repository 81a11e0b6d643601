package io.concordat.localstack.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the engines of one data directory keep their things.
 *
 * @param data the databases themselves, one directory per engine
 * @param run process ids and readiness marks of the processes that run now
 * @param logs what the processes print, one file each
 */
public record EngineDirectories(Path data, Path run, Path logs) {

  /** Makes the three absolute and creates them. */
  public EngineDirectories {
    data = create(data);
    run = create(run);
    logs = create(logs);
  }

  /** The usual layout: {@code run} and {@code logs} beside the databases under one directory. */
  public static EngineDirectories under(Path dataDirectory) {
    return new EngineDirectories(
        dataDirectory, dataDirectory.resolve("run"), dataDirectory.resolve("logs"));
  }

  private static Path create(Path directory) {
    try {
      return Files.createDirectories(directory.toAbsolutePath().normalize());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
