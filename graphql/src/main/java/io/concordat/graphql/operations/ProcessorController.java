package io.concordat.graphql.operations;

import io.concordat.graphql.Caller;
import io.concordat.graphql.error.UserError;
import io.concordat.graphql.gateway.ProcessorDesk;
import io.concordat.graphql.gateway.ProcessorDesk.Processor;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;

/** The event processors. */
@Controller
class ProcessorController {

  private final ProcessorDesk desk;

  ProcessorController(ProcessorDesk desk) {
    this.desk = desk;
  }

  @QueryMapping
  List<Processor> processors() {
    return desk.all();
  }

  @MutationMapping
  ProcessorPayload resetProcessor(@Argument ProcessorInput input, Authentication caller) {
    try {
      return steer(caller, input, desk::reset);
    } catch (UnsupportedOperationException refused) {
      return refused(
          "PROCESSOR_NOT_RESETTABLE",
          "The processor '" + input.name() + "' acts on events and builds no views to reset.",
          List.of("input", "name"));
    }
  }

  @MutationMapping
  ProcessorPayload retryDeadLetters(@Argument ProcessorInput input, Authentication caller) {
    return steer(caller, input, desk::retryDeadLetters);
  }

  private static ProcessorPayload steer(
      Authentication caller, ProcessorInput input, Function<String, Optional<Processor>> action) {
    if (!Caller.of(caller).has(Role.OPERATOR)) {
      return refused(
          RejectionCode.NOT_ALLOWED.name(), "Only an operator steers processors.", List.of());
    }
    return action
        .apply(input.name())
        .map(processor -> new ProcessorPayload(processor, List.of()))
        .orElseGet(() ->
            refused(
                "PROCESSOR_NOT_FOUND",
                "There is no processor '" + input.name() + "'.",
                List.of("input", "name")));
  }

  private static ProcessorPayload refused(String code, String message, List<String> path) {
    return new ProcessorPayload(null, List.of(new UserError(code, message, path)));
  }

  record ProcessorInput(String name) {}

  record ProcessorPayload(@Nullable Processor processor, List<UserError> userErrors) {}
}
