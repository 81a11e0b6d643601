package io.concordat.graphql.operations;

import io.concordat.graphql.Caller;
import io.concordat.graphql.gateway.History;
import io.concordat.graphql.paging.Connections;
import io.concordat.graphql.paging.Connections.Connection;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.council.CouncilEvent;
import io.concordat.messages.decision.Role;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.policy.PolicySetEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;

/** History as it was written. */
@Controller
class AuditController {

  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** Texts that are not public yet; who looks after the record may read them. */
  private static final Set<String> DRAFTS = Set.of("proposal.drafted", "proposal.draft-edited");

  private final History history;

  AuditController(History history) {
    this.history = history;
  }

  @QueryMapping
  Connection<History.Entry> auditTrail(
      @Argument @Nullable String subject,
      @Argument @Nullable List<String> type,
      @Argument @Nullable Instant from,
      @Argument @Nullable Instant to,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      Authentication caller) {
    return Connections.of(
        history.read(
            subject == null ? Set.of() : streams(subject),
            type == null ? Set.of() : Set.copyOf(type),
            Caller.of(caller).has(Role.AUDITOR) ? Set.of() : DRAFTS,
            from,
            to,
            Connections.request(first, after, null, null)));
  }

  /** The streams that an id may name: its shape tells. */
  static Set<String> streams(String subject) {
    if (subject.equals("council") || subject.equals("policy-set")) {
      return Set.of(CouncilEvent.STREAM, PolicySetEvent.STREAM);
    }
    if (UUID.matcher(subject).matches()) {
      return Set.of("proposal:" + subject, "incident:" + subject, "request:" + subject);
    }
    if (subject.indexOf('@') >= 0) {
      return Set.of(new MigrationId(subject).stream());
    }
    if (subject.indexOf(':') >= 0) {
      return Set.of(new ConsumerId(subject).stream());
    }
    return switch ((int) subject.chars().filter(letter -> letter == '/').count()) {
      case 0 -> Set.of(new DomainId(subject).stream(), "meeting:" + subject);
      case 1 -> Set.of(new ProductId(subject).stream());
      default -> Set.of(new ContractId(subject).stream());
    };
  }
}
