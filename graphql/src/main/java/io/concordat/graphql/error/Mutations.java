package io.concordat.graphql.error;

import io.concordat.graphql.gateway.FaultClassifier;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.graphql.gateway.Terms;
import io.concordat.graphql.gateway.Written;
import io.concordat.messages.Command;
import io.concordat.messages.Shape;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.CommandRejected;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way in which a mutation is carried out: read the input, tell the mesh, answer with the
 * object or with refusals.
 */
@Component
public class Mutations {

  private static final int KEY_MAX = 200;

  private final MeshGateway mesh;
  private final FaultClassifier faults;
  private final JsonMapper json;

  Mutations(MeshGateway mesh, FaultClassifier faults, JsonMapper json) {
    this.mesh = mesh;
    this.faults = faults;
    this.json = json;
  }

  /**
   * Carries a mutation out.
   *
   * @param input as it came; its digest tells a repeated request from another one under the same
   *     key
   * @param reading holds the problems that were met while the fields were read
   * @param command built only where there are none; may refuse as the domain does
   * @param written makes the payload of a yes
   * @param refused makes the payload of a no
   */
  public <P> P run(
      Actor actor,
      MutationInput input,
      Reading reading,
      Supplier<Command> command,
      Function<Written, P> written,
      Function<List<UserError>, P> refused) {
    reading.optional("idempotencyKey", input.idempotencyKey(), Mutations::key);
    Written outcome;
    try {
      Command built = reading.whole(command);
      if (built == null) {
        return refused.apply(reading.problems());
      }
      outcome = mesh.tell(built, actor, terms(built, input));
    } catch (CommandRejected no) {
      return refused.apply(
          List.of(new UserError(no.rejection().code().name(), no.rejection().detail(), List.of())));
    }
    return written.apply(outcome);
  }

  /**
   * What a query shows after the change; null where its store cannot be reached at present, since
   * what was accepted must not be told as a failure.
   */
  public <V> @Nullable V shown(Supplier<@Nullable V> query) {
    try {
      return query.get();
    } catch (RuntimeException failure) {
      if (faults.unreachableStore(failure).isPresent()) {
        return null;
      }
      throw failure;
    }
  }

  private Terms terms(Command command, MutationInput input) {
    return new Terms(
        input.idempotencyKey(), digest(command.getClass(), input), input.expectedRevision());
  }

  private static String key(String given) {
    return Shape.line("idempotencyKey", given, KEY_MAX);
  }

  private String digest(Class<?> kind, MutationInput input) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(kind.getSimpleName().getBytes(StandardCharsets.UTF_8));
      sha256.update(json.writeValueAsBytes(input));
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /** What every input of a command may carry. */
  public interface MutationInput {

    /** Chosen by the caller; null where none was given. */
    @Nullable String idempotencyKey();

    /** Number of events that the object must have behind it; null where it does not matter. */
    @Nullable Long expectedRevision();
  }
}
