package io.concordat.localstack.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * How documents and index keys look in the file: BSON. The H2 backend would leave them to Java
 * serialization, even to compare two keys, and spend two thirds of its time there.
 *
 * <p>The backend opens its maps by name alone, and a map that is open already keeps its types; so
 * each map is opened here just before the backend does.
 */
final class StoredTypes {

  private static final String DOCUMENTS = "databases.";
  private static final String META = "meta.";
  private static final String INDEX = "._index_";

  private StoredTypes() {}

  /** Opens the maps that the store has. */
  static void openAll(MVStore store) {
    for (String name : List.copyOf(store.getMapNames())) {
      if (name.startsWith(DOCUMENTS)) {
        var unused = openDocuments(store, name.substring(DOCUMENTS.length()));
      } else if (!name.startsWith(META) && name.contains(INDEX)) {
        openNamed(store, name, new MVMap.Builder<KeyValue, Object>().keyType(new KeyType()));
      }
    }
  }

  /** Opens the map of a collection's documents. */
  static MVMap<Object, Document> openDocuments(MVStore store, String collection) {
    return store.openMap(
        DOCUMENTS + collection,
        new MVMap.Builder<Object, Document>().valueType(new DocumentType()));
  }

  /** Opens the map of what the backend notes about a collection. */
  static MVMap<String, Object> openMeta(MVStore store, String collection) {
    return store.openMap(META + collection);
  }

  /** Opens the map of a unique index. */
  static void openIndex(MVStore store, String collection, String index) {
    openNamed(
        store,
        collection + INDEX + index,
        new MVMap.Builder<KeyValue, Object>().keyType(new KeyType()));
  }

  private static <K, V> void openNamed(MVStore store, String name, MVMap.Builder<K, V> types) {
    store.openMap(name, types);
  }

  private static final class DocumentType extends BasicDataType<Document> {

    @Override
    public int getMemory(Document document) {
      return memory(document);
    }

    @Override
    public void write(WriteBuffer buffer, Document document) {
      ByteBuf encoded = Unpooled.buffer(512);
      BsonEncoder.encodeDocument(document, encoded);
      buffer.putVarInt(encoded.readableBytes()).put(encoded.nioBuffer());
    }

    @Override
    public Document read(ByteBuffer buffer) {
      return BsonDecoder.decodeBson(next(buffer));
    }

    @Override
    public Document[] createStorage(int size) {
      return new Document[size];
    }

    private static int memory(Object value) {
      return switch (value) {
        case null -> 8;
        case String text -> 40 + text.length();
        case Map<?, ?> fields -> {
          int sum = 64;
          for (Map.Entry<?, ?> field : fields.entrySet()) {
            sum += 48 + memory(field.getValue());
          }
          yield sum;
        }
        case Iterable<?> items -> {
          int sum = 40;
          for (Object item : items) {
            sum += 8 + memory(item);
          }
          yield sum;
        }
        default -> 24;
      };
    }
  }

  /**
   * Keys in an order of their own: by number of values, then type, then value; equal when their
   * BSON is equal.
   */
  private static final class KeyType extends BasicDataType<KeyValue> {

    private static final byte MISSING = 0x7e;

    @Override
    public int compare(KeyValue one, KeyValue other) {
      if (one.size() == 1
          && other.size() == 1
          && one.get(0) instanceof String text
          && other.get(0) instanceof String otherText) {
        return text.compareTo(otherText);
      }
      return Arrays.compare(bytes(one), bytes(other));
    }

    @Override
    public int getMemory(KeyValue key) {
      int sum = 48;
      for (Object value : key) {
        sum += DocumentType.memory(value);
      }
      return sum;
    }

    @Override
    public void write(WriteBuffer buffer, KeyValue key) {
      byte[] bytes = bytes(key);
      buffer.putVarInt(bytes.length).put(bytes);
    }

    @Override
    public KeyValue read(ByteBuffer buffer) {
      ByteBuf encoded = next(buffer);
      int size = encoded.readInt();
      List<Object> values = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        byte type = encoded.readByte();
        values.add(
            type == MISSING ? Missing.getInstance() : BsonDecoder.decodeValue(type, encoded));
      }
      return new KeyValue(values);
    }

    @Override
    public KeyValue[] createStorage(int size) {
      return new KeyValue[size];
    }

    private static byte[] bytes(KeyValue key) {
      ByteBuf encoded = Unpooled.buffer(64);
      encoded.writeInt(key.size());
      for (Object value : key) {
        if (value instanceof Missing) {
          encoded.writeByte(MISSING);
        } else {
          byte type = BsonEncoder.determineType(value);
          encoded.writeByte(type);
          BsonEncoder.encodeValue(type, value, encoded);
        }
      }
      byte[] bytes = new byte[encoded.readableBytes()];
      encoded.readBytes(bytes);
      return bytes;
    }
  }

  private static ByteBuf next(ByteBuffer buffer) {
    byte[] bytes = new byte[DataUtils.readVarInt(buffer)];
    buffer.get(bytes);
    return Unpooled.wrappedBuffer(bytes);
  }
}
