package io.concordat.profile;

import io.concordat.profile.BadProfile.Fault;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.apache.datasketches.common.ArrayOfStringsSerDe;
import org.apache.datasketches.frequencies.FrequentItemsSketch;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;
import org.apache.datasketches.kll.KllDoublesSketch;

/**
 * The stored form of a {@link FieldSketch}, big endian: a byte with the version, one that says
 * whether values are kept, five numbers of 8 bytes (rows, nulls, values that are not finite, mean,
 * sum of squares), the four sketches in their own form with their length in 4 bytes before, and the
 * CRC-32 of all that.
 */
final class SketchForm {

  private static final byte VERSION = 1;
  private static final int CHECKSUM = Integer.BYTES;
  private static final int LG_MOST_ITEMS = Integer.numberOfTrailingZeros(FieldSketch.MOST_ITEMS);

  /** Where the image of frequent items says how large it may become, and how large it is. */
  private static final int LG_MOST_AT = 3;

  private static final int LG_NOW_AT = 4;

  private SketchForm() {}

  static byte[] write(FieldSketch sketch) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeBoolean(sketch.valuesKept());
      out.writeLong(sketch.rows);
      out.writeLong(sketch.nulls);
      out.writeLong(sketch.notFinite);
      out.writeDouble(sketch.moments.mean());
      out.writeDouble(sketch.moments.squares());
      part(out, sketch.distinct.toCompactByteArray());
      part(out, sketch.quantiles.toByteArray());
      part(out, sketch.top.toByteArray(new ArrayOfStringsSerDe()));
      part(out, sketch.shapes.toByteArray(new ArrayOfStringsSerDe()));
      out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static FieldSketch read(byte[] bytes) {
    if (bytes.length <= CHECKSUM) {
      throw corrupt("they are too few");
    }
    if (bytes[0] != VERSION) {
      throw new BadProfile(
          Fault.PROFILE_VERSION_UNKNOWN,
          "the profile's form is version " + bytes[0] + "; this release reads " + VERSION);
    }
    int end = bytes.length - CHECKSUM;
    if (ByteBuffer.wrap(bytes).getInt(end) != checksum(bytes, end)) {
      throw corrupt("the checksum is not theirs");
    }
    try {
      return sketch(ByteBuffer.wrap(bytes, 1, end - 1));
    } catch (BadProfile e) {
      throw e;
    } catch (RuntimeException e) {
      // The library tells a bad image by several exceptions, none of them meant for a reader.
      throw corrupt("a sketch in them cannot be read");
    }
  }

  private static FieldSketch sketch(ByteBuffer in) {
    FieldSketch sketch = new FieldSketch(in.get() != 0);
    sketch.rows = in.getLong();
    sketch.nulls = in.getLong();
    sketch.notFinite = in.getLong();
    double mean = in.getDouble();
    double squares = in.getDouble();
    sketch.distinct = HllSketch.heapify(part(in)).copyAs(TgtHllType.HLL_8);
    sketch.quantiles = KllDoublesSketch.heapify(MemorySegment.ofArray(part(in)));
    sketch.top = items(part(in));
    sketch.shapes = items(part(in));
    sketch.moments = new Moments(sketch.quantiles.getN(), mean, squares);
    if (in.hasRemaining() || !consistent(sketch)) {
      throw corrupt("their parts contradict each other");
    }
    return sketch;
  }

  private static boolean consistent(FieldSketch sketch) {
    long values = sketch.rows - sketch.nulls;
    long numbers = sketch.moments.count() + sketch.notFinite;
    return sketch.nulls >= 0
        && sketch.notFinite >= 0
        && values >= 0
        && sketch.distinct.getLgConfigK() == FieldSketch.LG_K
        && numbers + sketch.shapes.getStreamLength() == values
        && sketch.top.getStreamLength() == (sketch.valuesKept() ? values : 0);
  }

  private static FrequentItemsSketch<String> items(byte[] bytes) {
    // The library makes room for as many as the image says, before it looks at them.
    if (bytes[LG_MOST_AT] > LG_MOST_ITEMS || bytes[LG_NOW_AT] > LG_MOST_ITEMS) {
      throw corrupt("a sketch in them is too large");
    }
    return FrequentItemsSketch.getInstance(MemorySegment.ofArray(bytes), new ArrayOfStringsSerDe());
  }

  private static void part(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] part(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, length);
    return (int) sum.getValue();
  }

  private static BadProfile corrupt(String why) {
    return new BadProfile(Fault.PROFILE_CORRUPT, "the bytes are not those of a profile: " + why);
  }
}
