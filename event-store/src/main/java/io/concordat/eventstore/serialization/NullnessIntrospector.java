package io.concordat.eventstore.serialization;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Takes the null-marks of our own records at their word: a component without {@link Nullable} must
 * be there and must not be null, or reading fails. A component that came later may say with {@link
 * Nulls#AS_EMPTY} that it is empty where it is missing.
 */
final class NullnessIntrospector extends JacksonAnnotationIntrospector {

  private static final long serialVersionUID = 1L;
  private static final String OURS = "io.concordat.";

  @Override
  public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
    return isNeeded(member) && !isEmptyWhereMissing(member)
        ? Boolean.TRUE
        : super.hasRequiredMarker(config, member);
  }

  @Override
  public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
    return isNeeded(member) && !isEmptyWhereMissing(member)
        ? JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL)
        : super.findSetterInfo(config, member);
  }

  private boolean isEmptyWhereMissing(Annotated member) {
    JsonSetter said = _findAnnotation(member, JsonSetter.class);
    return said != null && said.nulls() == Nulls.AS_EMPTY;
  }

  private static boolean isNeeded(Annotated member) {
    if (!(member instanceof AnnotatedParameter parameter)
        || !parameter.getDeclaringClass().isRecord()
        || !parameter.getDeclaringClass().getName().startsWith(OURS)
        || !(parameter.getOwner().getAnnotated() instanceof Executable executable)) {
      return false;
    }
    AnnotatedType[] types = executable.getAnnotatedParameterTypes();
    return !types[parameter.getIndex()].isAnnotationPresent(Nullable.class);
  }
}
