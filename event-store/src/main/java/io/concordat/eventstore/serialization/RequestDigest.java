package io.concordat.eventstore.serialization;

import io.concordat.messages.Command;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Tells whether two commands ask for the same: SHA-256 over the kind and the JSON of a command. */
public final class RequestDigest {

  private static final JsonMapper MAPPER =
      Json.strict(JsonMapper.builder())
          .addModule(new SimpleModule("sorted-sets").addSerializer(Set.class, new SortedSets()))
          .build();

  private RequestDigest() {}

  /** Lower case hex, 64 characters; equal for equal commands, in every JVM. */
  public static String of(Command command) {
    return of(command.getClass().getSimpleName() + " " + MAPPER.writeValueAsString(command));
  }

  /** Lower case hex, 64 characters, of the text's UTF-8 bytes. */
  public static String of(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The order in which a set iterates differs between JVMs. */
  @SuppressWarnings("rawtypes")
  private static final class SortedSets extends ValueSerializer<Set> {
    @Override
    public void serialize(Set set, JsonGenerator out, SerializationContext context) {
      List<String> elements =
          ((Set<?>) set).stream().map(MAPPER::writeValueAsString).sorted().toList();
      out.writeStartArray();
      elements.forEach(out::writeRawValue);
      out.writeEndArray();
    }
  }
}
