package io.concordat.localstack.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * The commands that were answered since the store was last written, in the order in which they were
 * done. One file; each record is its length, a checksum, and the command as BSON. What is appended
 * has reached the operating system, so it survives the end of the process. Not thread-safe.
 */
final class WriteAheadLog implements AutoCloseable {

  private static final int HEADER = Integer.BYTES + Long.BYTES;

  private final Path file;
  private final FileChannel channel;

  private WriteAheadLog(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Opens an empty log in a file, which is replaced when it exists. */
  static WriteAheadLog create(Path file) throws IOException {
    return new WriteAheadLog(
        file,
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING));
  }

  /**
   * Reads the commands in a file in their order; none when there is no file. A record that the end
   * of the process cut short was never answered, and ends the log.
   */
  static void read(Path file, Consumer<Document> command) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer header = ByteBuffer.allocate(HEADER);
      while (fill(channel, header)) {
        int length = header.getInt();
        long checksum = header.getLong();
        if (length < 0 || length > channel.size() - channel.position()) {
          return;
        }
        ByteBuffer body = ByteBuffer.allocate(length);
        if (!fill(channel, body) || checksum(body.duplicate()) != checksum) {
          return;
        }
        command.accept(BsonDecoder.decodeBson(Unpooled.wrappedBuffer(body)));
        header.clear();
      }
    }
  }

  /** Appends one command; where that fails, nothing of it stays. */
  void append(Document command) throws IOException {
    ByteBuf encoded = Unpooled.buffer(1024);
    encoded.writeZero(HEADER);
    BsonEncoder.encodeDocument(command, encoded);
    ByteBuffer record = encoded.nioBuffer();
    record.putInt(0, record.limit() - HEADER);
    record.putLong(Integer.BYTES, checksum(record.slice(HEADER, record.limit() - HEADER)));
    long before = channel.position();
    try {
      while (record.hasRemaining()) {
        channel.write(record);
      }
    } catch (IOException failed) {
      channel.truncate(before);
      throw failed;
    }
  }

  /** Closes and deletes the file: what it holds is in the store now. */
  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean fill(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        return false;
      }
    }
    buffer.flip();
    return true;
  }

  private static long checksum(ByteBuffer bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    return checksum.getValue();
  }
}
