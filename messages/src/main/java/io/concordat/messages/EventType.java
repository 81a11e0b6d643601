package io.concordat.messages;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name and revision under which an event is stored. The name is permanent: classes may be
 * renamed, stored names may not.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {

  /** Logical name, {@code noun.past-participle}, for example {@code contract.version-published}. */
  String value();

  /** Revision of the stored form, counted from 1. */
  int revision() default 1;
}
