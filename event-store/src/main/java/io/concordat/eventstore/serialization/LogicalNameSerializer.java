package io.concordat.eventstore.serialization;

import io.concordat.messages.Event;
import io.concordat.messages.EventCatalog;
import io.concordat.messages.EventType;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Stores events under the name and revision of their {@link EventType}, never under a class name,
 * so that classes may move. What is stored under an unknown name is read as an unknown type, not as
 * a class that happens to have that name.
 */
public final class LogicalNameSerializer extends Jackson3Serializer {

  private static final String FRAMEWORK = "org.axonframework.";
  private static final String META_DATA = MetaData.class.getName();

  private final Map<Class<?>, SerializedType> typeByClass;
  private final Map<String, Class<? extends Event>> events;

  private LogicalNameSerializer(Builder builder) {
    super(builder);
    this.typeByClass =
        EventCatalog.byName().values().stream()
            .collect(Collectors.toUnmodifiableMap(type -> type, LogicalNameSerializer::typeOf));
    this.events = EventCatalog.byName();
  }

  /** The serializer of all events in the catalogue. */
  public static LogicalNameSerializer create() {
    return new LogicalNameSerializer(
        Jackson3Serializer.builder()
            .revisionResolver(new EventTypeRevisionResolver())
            .jsonMapperBuilderCustomizer(Json.events()));
  }

  @Override
  @SuppressWarnings("rawtypes")
  public SerializedType typeForClass(@Nullable Class type) {
    SerializedType logical = type == null ? null : typeByClass.get(type);
    return logical == null ? super.typeForClass(type) : logical;
  }

  /** As {@link #resolveClassName} says; looking a class up by name for each event takes longer. */
  @Override
  @SuppressWarnings("rawtypes")
  public Class classForType(SerializedType type) {
    Class<?> known = type.getName().equals(META_DATA) ? MetaData.class : events.get(type.getName());
    return known == null ? super.classForType(type) : known;
  }

  @Override
  protected String resolveClassName(SerializedType type) {
    Class<?> event = events.get(type.getName());
    if (event != null) {
      return event.getName();
    }
    return type.getName().startsWith(FRAMEWORK) ? type.getName() : "unknown:" + type.getName();
  }

  private static SerializedType typeOf(Class<?> eventClass) {
    EventType type = eventClass.getAnnotation(EventType.class);
    if (type == null) {
      throw new IllegalStateException(eventClass + " has no @EventType");
    }
    return new SimpleSerializedType(type.value(), Integer.toString(type.revision()));
  }
}
