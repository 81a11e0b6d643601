package io.concordat.localstack.engine;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the ustar archives that the PostgreSQL binaries come in: files, directories, symbolic and
 * long names.
 */
final class TarXz {

  private static final int BLOCK = 512;

  private TarXz() {}

  /**
   * Unpacks an archive below a directory.
   *
   * @throws IOException when the archive is damaged, names a path outside the directory, or the
   *     disk is full
   */
  static void unpack(InputStream archive, Path directory) throws IOException {
    try (InputStream tar = new BufferedInputStream(new XZInputStream(archive), 1 << 16)) {
      String longName = "";
      for (byte[] header = tar.readNBytes(BLOCK);
          hasEntry(header);
          header = tar.readNBytes(BLOCK)) {
        long size = octal(header, 124, 12);
        char type = (char) header[156];
        if (type == 'L') {
          longName = text(tar.readNBytes((int) size), 0, (int) size);
          tar.skipNBytes(padding(size));
          continue;
        }
        String prefix = text(header, 345, 155);
        String shortName =
            prefix.isEmpty() ? text(header, 0, 100) : prefix + "/" + text(header, 0, 100);
        Path target = directory.resolve(longName.isEmpty() ? shortName : longName).normalize();
        longName = "";
        if (!target.startsWith(directory)) {
          throw new IOException("The archive names a path outside its directory: " + target);
        }
        Files.createDirectories(type == '5' ? target : target.resolveSibling("."));
        switch (type) {
          case '0', '\0' -> {
            copy(tar, target, size);
            boolean executable = (octal(header, 100, 8) & 0100) != 0;
            Files.setPosixFilePermissions(
                target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
            tar.skipNBytes(padding(size));
          }
          case '2' -> Files.createSymbolicLink(target, Path.of(text(header, 157, 100)));
          case '5' -> {}
          default -> tar.skipNBytes(size + padding(size));
        }
      }
    }
  }

  private static boolean hasEntry(byte[] header) throws EOFException {
    if (header.length < BLOCK) {
      throw new EOFException("The archive ends in the middle of an entry.");
    }
    return header[0] != 0;
  }

  private static void copy(InputStream tar, Path target, long size) throws IOException {
    try (OutputStream file = Files.newOutputStream(target)) {
      byte[] buffer = new byte[1 << 16];
      for (long left = size; left > 0; ) {
        int read = tar.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new EOFException("The archive ends in the middle of " + target.getFileName() + ".");
        }
        file.write(buffer, 0, read);
        left -= read;
      }
    }
  }

  private static long padding(long size) {
    return (BLOCK - size % BLOCK) % BLOCK;
  }

  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  private static long octal(byte[] bytes, int from, int length) {
    String digits = text(bytes, from, length).trim();
    return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
  }
}
