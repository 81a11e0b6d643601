package io.concordat.benchmarks;

import io.concordat.council.policyset.PolicySetState;
import io.concordat.council.policyset.PolicySets;
import io.concordat.council.seat.CouncilSeats;
import io.concordat.council.seat.CouncilState;
import io.concordat.council.seat.DomainRegister;
import io.concordat.eventstore.EventStoreConfiguration;
import io.concordat.eventstore.TimeOrderedIds;
import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.stream.FoldedStream;
import io.concordat.eventstore.stream.FoldedStreams;
import io.concordat.localstack.TestEngines;
import io.concordat.messages.Command;
import io.concordat.messages.Subject;
import io.concordat.messages.council.AppointRepresentative;
import io.concordat.messages.council.CouncilEvent;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.FoundCouncil;
import io.concordat.messages.council.OpenProposal;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.StartVoting;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Role;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicyFamily;
import io.concordat.messages.policy.PolicyScope;
import io.concordat.messages.policy.PolicySetEvent;
import io.concordat.messages.policy.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The council on the event store and nothing else, with seats taken and ballots open. */
final class CouncilHouse implements AutoCloseable {

  private static final Actor ENGINEER =
      new Actor(new Subject("engineer"), Set.of(Role.GOVERNANCE_ENGINEER, Role.OPERATOR));

  private final ConfigurableApplicationContext context;
  private final List<Actor> voters;
  private final List<ProposalId> ballots;

  private CouncilHouse(
      ConfigurableApplicationContext context, List<Actor> voters, List<ProposalId> ballots) {
    this.context = context;
    this.voters = voters;
    this.ballots = ballots;
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration(
      excludeName = "org.springframework.boot.graphql.autoconfigure.GraphQlAutoConfiguration")
  @ComponentScan("io.concordat.council")
  @Import(EventStoreConfiguration.class)
  static class Application {

    @Bean
    CouncilSeats councilSeats(FoldedStreams streams) {
      FoldedStream<CouncilState> council =
          streams.of(
              CouncilEvent.STREAM,
              CouncilState.EMPTY,
              (state, event) -> state.evolve((CouncilEvent) event),
              Duration.ofSeconds(1));
      return new CouncilSeats() {
        @Override
        public CouncilState recent() {
          return council.get();
        }

        @Override
        public CouncilState current() {
          return council.current();
        }
      };
    }

    @Bean
    PolicySets policySets(FoldedStreams streams) {
      FoldedStream<PolicySetState> sets =
          streams.of(
              PolicySetEvent.STREAM,
              PolicySetState.EMPTY,
              (state, event) -> state.evolve((PolicySetEvent) event),
              Duration.ofSeconds(1));
      return sets::current;
    }

    @Bean
    DomainRegister domains() {
      return domain -> true;
    }
  }

  /** Starts over a new database, founds the council and opens the ballots. */
  static CouncilHouse open(int seats, int proposals) {
    SpringApplicationBuilder builder =
        new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE);
    ConfigurableApplicationContext context =
        builder.run(
            // The service's own configuration is on the class path too.
            "--spring.config.name=council-house",
            "--spring.datasource.url=" + TestEngines.postgres(),
            "--spring.main.banner-mode=off",
            "--management.otlp.metrics.export.enabled=false",
            "--management.logging.export.enabled=false",
            "--management.tracing.export.enabled=false",
            "--logging.level.root=WARN");
    List<Actor> voters =
        IntStream.range(0, seats)
            .mapToObj(i -> new Actor(new Subject("voter-" + i), Set.of(Role.VIEWER)))
            .toList();
    List<ProposalId> ballots =
        IntStream.range(0, proposals).mapToObj(i -> new ProposalId(TimeOrderedIds.next())).toList();
    CouncilHouse house = new CouncilHouse(context, voters, ballots);
    house.setUp();
    return house;
  }

  private void setUp() {
    send(new FoundCouncil(CouncilRules.DEFAULT, List.of(), List.of(), List.of()), ENGINEER);
    for (int i = 0; i < voters.size(); i++) {
      send(
          new AppointRepresentative(new DomainId("domain-" + i), voters.get(i).subject(), null),
          ENGINEER);
    }
    for (ProposalId ballot : ballots) {
      Policy policy =
          new Policy(
              "rule-" + ballots.indexOf(ballot),
              "A rule",
              PolicyFamily.OTHER,
              PolicyScope.CONTRACT,
              Severity.WARNING,
              "true",
              "Never said.",
              "For the load only.");
      Actor author = voters.getFirst();
      send(
          new OpenProposal(
              ballot, "A rule", "For the load.", new PolicyChange.AddPolicy(policy), null),
          author);
      send(new StartVoting(ballot, Instant.now().plus(Duration.ofDays(30))), author);
    }
  }

  private void send(Command command, Actor actor) {
    commands().send(command, actor).join();
  }

  Commands commands() {
    return context.getBean(Commands.class);
  }

  DataSource dataSource() {
    return context.getBean(DataSource.class);
  }

  List<Actor> voters() {
    return voters;
  }

  List<ProposalId> ballots() {
    return ballots;
  }

  @Override
  public void close() {
    context.close();
  }
}
