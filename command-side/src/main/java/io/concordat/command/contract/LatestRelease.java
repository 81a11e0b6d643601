package io.concordat.command.contract;

import io.concordat.contract.SemanticVersion;
import io.concordat.contract.gate.Judgement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The version that the next one is compared with. It is the highest release; while there is none,
 * the highest pre-release ({@link SemanticVersion#BY_RELEASE}). Its document is kept deflated,
 * about a sixth of its length, as a contract's state stays in memory.
 */
final class LatestRelease {

  private final SemanticVersion number;
  private final byte[] document;

  private LatestRelease(SemanticVersion number, byte[] document) {
    this.number = number;
    this.document = document;
  }

  /** The latest release after one more version, higher than all others, was published. */
  static LatestRelease after(
      @Nullable LatestRelease before, SemanticVersion published, String document) {
    return before != null && SemanticVersion.BY_RELEASE.compare(before.number, published) > 0
        ? before
        : new LatestRelease(published, deflated(document));
  }

  SemanticVersion number() {
    return number;
  }

  /** What the next document is compared with. */
  Judgement.Predecessor asPredecessor() {
    return new Judgement.Predecessor(number, inflated(document));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LatestRelease that
        && number.equals(that.number)
        && Arrays.equals(document, that.document);
  }

  @Override
  public int hashCode() {
    return number.hashCode();
  }

  @Override
  public String toString() {
    return number.toString();
  }

  private static byte[] deflated(String text) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() / 4 + 64);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static String inflated(byte[] deflated) {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
