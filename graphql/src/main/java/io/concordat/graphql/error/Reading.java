package io.concordat.graphql.error;

import io.concordat.messages.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns the fields of an input into values and keeps every problem that it meets on the way. */
public final class Reading {

  private final List<UserError> problems = new ArrayList<>();

  /**
   * Reads one field.
   *
   * @return the value once {@link #problems()} is known to be empty
   */
  public <T> Supplier<T> field(String name, Supplier<T> read) {
    try {
      T value = read.get();
      return () -> value;
    } catch (InvalidValue invalid) {
      problems.add(new UserError(invalid.code(), say(name, invalid), List.of("input", name)));
      return () -> {
        throw new IllegalStateException("the field " + name + " was not read", invalid);
      };
    }
  }

  /** Reads one field that may be absent; the value is null where it was. */
  public <T> Supplier<@Nullable T> optional(
      String name, @Nullable String given, Function<String, T> read) {
    if (given == null) {
      return () -> null;
    }
    Supplier<T> value = field(name, () -> read.apply(given));
    return () -> value.get();
  }

  /** Builds the whole from fields that were read; not tried where one of them was refused. */
  <T> @Nullable T whole(Supplier<T> build) {
    if (!problems.isEmpty()) {
      return null;
    }
    try {
      return build.get();
    } catch (InvalidValue invalid) {
      problems.add(
          new UserError(
              invalid.code(), say(invalid.field(), invalid), List.of("input", invalid.field())));
      return null;
    }
  }

  /** All problems in the order in which they were met. */
  List<UserError> problems() {
    return List.copyOf(problems);
  }

  private static String say(String name, InvalidValue invalid) {
    return name + " " + invalid.getMessage();
  }
}
