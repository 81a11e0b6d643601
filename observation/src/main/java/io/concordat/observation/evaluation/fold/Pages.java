package io.concordat.observation.evaluation.fold;

import io.concordat.observation.evaluation.Course;
import io.concordat.observation.evaluation.Quantity;
import io.concordat.observation.evaluation.Reading;
import io.concordat.observation.evaluation.Recent;
import io.concordat.observation.evaluation.fold.CommitmentFold.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The state of a fold as bytes, a page at a time. */
public final class Pages {

  private static final int FORMAT = 2;

  /** Did not know where commitments stand as a whole. */
  private static final int BEFORE_STANDS = 1;

  private static final int NOTHING = 0;
  private static final int MEASURED = 1;
  private static final int JUDGED = 2;

  private Pages() {}

  /**
   * Some pages of the state by their numbers, from 0 to {@link ObservationFold#PAGES}, excluded.
   */
  public static SortedMap<Integer, byte[]> write(ObservationFold fold, Set<Integer> pages) {
    SortedMap<Integer, List<String>> contracts = new TreeMap<>();
    pages.forEach(page -> contracts.put(page, new ArrayList<>()));
    for (String contract : fold.contracts.keySet()) {
      List<String> together = contracts.get(ObservationFold.pageOf(contract));
      if (together != null) {
        together.add(contract);
      }
    }
    SortedMap<Integer, byte[]> written = new TreeMap<>();
    contracts.forEach((page, together) -> written.put(page, write(fold, together)));
    return written;
  }

  private static byte[] write(ObservationFold fold, List<String> contracts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      for (String contract : contracts) {
        out.writeBoolean(true);
        write(out, contract, Objects.requireNonNull(fold.contracts.get(contract)));
      }
      out.writeBoolean(false);
    } catch (IOException impossible) {
      throw new IllegalStateException("Memory can be written", impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, String id, ContractFold contract)
      throws IOException {
    out.writeUTF(id);
    out.writeInt(contract.commitments.size());
    for (var each : contract.commitments.entrySet()) {
      CommitmentFold commitment = each.getValue();
      out.writeUTF(each.getKey());
      write(out, commitment.incident);
      out.writeInt(commitment.series.size());
      for (var series : commitment.series.entrySet()) {
        out.writeUTF(series.getKey().version());
        out.writeUTF(series.getKey().producer());
        write(out, series.getValue().course());
        series.getValue().recent().write(out);
      }
      out.writeInt(commitment.watches.size());
      for (Map.Entry<String, Watch> watch : commitment.watches.entrySet()) {
        out.writeUTF(watch.getKey());
        out.writeLong(watch.getValue().newest());
        write(out, watch.getValue().course());
      }
      out.writeInt(commitment.stands.size());
      for (Map.Entry<String, Stand> stand : commitment.stands.entrySet()) {
        out.writeUTF(stand.getKey());
        write(out, stand.getValue());
      }
    }
  }

  private static void write(DataOutputStream out, Stand stand) throws IOException {
    out.writeUTF(stand.standing.name());
    out.writeLong(stand.since);
    out.writeLong(stand.at);
    switch (stand.reading) {
      case null -> out.writeByte(NOTHING);
      case Reading.Measured(Quantity(double amount, String unit)) -> {
        out.writeByte(MEASURED);
        out.writeDouble(amount);
        out.writeUTF(unit);
      }
      case Reading.Judged(long passed, long failed) -> {
        out.writeByte(JUDGED);
        out.writeLong(passed);
        out.writeLong(failed);
      }
    }
  }

  private static void write(DataOutputStream out, @Nullable UUID id) throws IOException {
    out.writeBoolean(id != null);
    if (id != null) {
      out.writeLong(id.getMostSignificantBits());
      out.writeLong(id.getLeastSignificantBits());
    }
  }

  private static void write(DataOutputStream out, Course course) throws IOException {
    out.writeUTF(course.standing().name());
    out.writeBoolean(course.breached());
    out.writeInt(course.run());
    out.writeLong(course.latest());
  }

  /**
   * Puts a page that was saved into a fold that has the promises of that time. Versions that are
   * not served by these are left out.
   */
  public static void read(ObservationFold fold, byte[] page) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(page))) {
      int format = in.readByte();
      if (format != FORMAT && format != BEFORE_STANDS) {
        throw new IllegalStateException("The state was saved by a later release: " + format);
      }
      while (in.readBoolean()) {
        contract(fold, in, format);
      }
    } catch (IOException broken) {
      throw new IllegalStateException("The saved state cannot be read", broken);
    }
  }

  private static void contract(ObservationFold fold, DataInputStream in, int format)
      throws IOException {
    ContractFold contract = fold.restored(in.readUTF());
    int commitments = in.readInt();
    for (int left = commitments; left > 0; left--) {
      String name = in.readUTF();
      @Nullable CommitmentFold commitment =
          contract == null ? null : fold.commitment(contract, name);
      UUID incident = in.readBoolean() ? new UUID(in.readLong(), in.readLong()) : null;
      if (commitment != null) {
        commitment.incident = incident;
      }
      for (int more = in.readInt(); more > 0; more--) {
        Source source = new Source(in.readUTF(), in.readUTF());
        Course course = course(in);
        Recent recent = Recent.read(in);
        Promised promised = promised(contract, source.version(), name);
        if (commitment != null && promised != null) {
          commitment.restore(source, promised, course, recent);
        }
      }
      for (int more = in.readInt(); more > 0; more--) {
        String version = in.readUTF();
        Watch watch = new Watch(in.readLong(), course(in));
        if (commitment != null && promised(contract, version, name) != null) {
          commitment.restore(version, watch);
        }
      }
      for (int more = format == BEFORE_STANDS ? 0 : in.readInt(); more > 0; more--) {
        String version = in.readUTF();
        Stand stand = stand(in);
        if (commitment != null && promised(contract, version, name) != null) {
          commitment.stands.put(version, stand);
        }
      }
    }
  }

  private static @Nullable Promised promised(
      @Nullable ContractFold contract, String version, String name) {
    return contract == null ? null : contract.served.getOrDefault(version, Map.of()).get(name);
  }

  private static Stand stand(DataInputStream in) throws IOException {
    Course.Standing standing = Course.Standing.valueOf(in.readUTF());
    long since = in.readLong();
    long at = in.readLong();
    int kind = in.readByte();
    Reading reading =
        switch (kind) {
          case NOTHING -> null;
          case MEASURED -> new Reading.Measured(new Quantity(in.readDouble(), in.readUTF()));
          case JUDGED -> new Reading.Judged(in.readLong(), in.readLong());
          default -> throw new IOException("A reading of an unknown kind: " + kind);
        };
    return new Stand(standing, since, at, reading);
  }

  private static Course course(DataInputStream in) throws IOException {
    return new Course(
        Course.Standing.valueOf(in.readUTF()), in.readBoolean(), in.readInt(), in.readLong());
  }
}
