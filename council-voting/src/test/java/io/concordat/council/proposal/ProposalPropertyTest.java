package io.concordat.council.proposal;

import static io.concordat.council.Samples.council;
import static io.concordat.council.Samples.domain;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.council.proposal.World.Happened;
import io.concordat.council.proposal.World.Step;
import io.concordat.council.seat.CouncilState;
import io.concordat.messages.Subject;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.ProposalAdopted;
import io.concordat.messages.council.ProposalEvent;
import io.concordat.messages.council.ProposalLapsed;
import io.concordat.messages.council.ProposalOpened;
import io.concordat.messages.council.ProposalRevised;
import io.concordat.messages.council.ProposalSentBack;
import io.concordat.messages.council.ProposalWithdrawn;
import io.concordat.messages.council.VoteCast;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.council.VotingStarted;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.PolicySetChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Random histories: what must hold in each, whoever does what in which order. */
class ProposalPropertyTest {

  @Property
  void isNeverAdoptedWithThreeStandingObjectionsNorAgainstTheRules(
      @ForAll("histories") List<Step> steps) {
    Map<DomainId, VoteCast> votes = new HashMap<>();
    for (Happened happened : new World().live(steps).history) {
      for (ProposalEvent event : happened.events()) {
        if (event instanceof VotingStarted) {
          votes.clear();
        } else if (event instanceof VoteCast cast) {
          votes.put(cast.domain(), cast);
        } else if (event instanceof ProposalAdopted) {
          long objections = standing(votes, VoteChoice.OBJECT, happened.council());
          long consents = standing(votes, VoteChoice.CONSENT, happened.council());
          long abstentions = standing(votes, VoteChoice.ABSTAIN, happened.council());
          assertThat(objections).isLessThan(3).isLessThan(consents);
          assertThat(2 * (objections + consents + abstentions))
              .isGreaterThanOrEqualTo(happened.council().seatedDomains().size());
        }
      }
    }
  }

  @Property
  void isAdoptedWithFourEyesOnly(@ForAll("histories") List<Step> steps) {
    Map<DomainId, VoteCast> votes = new HashMap<>();
    Set<Subject> writers = new HashSet<>();
    for (Happened happened : new World().live(steps).history) {
      for (ProposalEvent event : happened.events()) {
        if (event instanceof ProposalOpened opened) {
          writers.add(opened.openedBy());
        } else if (event instanceof ProposalRevised revised) {
          writers.add(revised.revisedBy());
        } else if (event instanceof VotingStarted) {
          votes.clear();
        } else if (event instanceof VoteCast cast) {
          votes.put(cast.domain(), cast);
        } else if (event instanceof ProposalAdopted) {
          assertThat(standing(votes, happened.council()))
              .anyMatch(cast ->
                  cast.choice() == VoteChoice.CONSENT
                      && !cast.domain().equals(domain("d0"))
                      && !writers.contains(cast.voter()));
        }
      }
    }
  }

  @Property
  void isNeverClosedBeforeItsTimeWhateverTheClockDoes(@ForAll("histories") List<Step> steps) {
    Instant closesAt = Instant.MAX;
    for (ProposalEvent event : new World().live(steps).events()) {
      if (event instanceof VotingStarted started) {
        closesAt = started.closesAt();
      } else if (event instanceof ProposalAdopted adopted) {
        assertThat(adopted.adoptedAt()).isAfterOrEqualTo(closesAt);
      } else if (event instanceof ProposalLapsed lapsed) {
        assertThat(lapsed.lapsedAt()).isAfterOrEqualTo(closesAt);
      }
    }
  }

  @Property
  void takesNoVoteInARoundAfterItClosed(@ForAll("histories") List<Step> steps) {
    boolean open = false;
    for (ProposalEvent event : new World().live(steps).events()) {
      if (event instanceof VotingStarted) {
        open = true;
      } else if (event instanceof VoteCast) {
        assertThat(open).isTrue();
      } else {
        open = false;
      }
    }
  }

  @Property
  void goesBackWithTheThirdObjectionAndNotBefore(@ForAll("histories") List<Step> steps) {
    Map<DomainId, VoteCast> votes = new HashMap<>();
    for (Happened happened : new World().live(steps).history) {
      for (ProposalEvent event : happened.events()) {
        if (event instanceof VotingStarted) {
          votes.clear();
        } else if (event instanceof VoteCast cast) {
          votes.put(cast.domain(), cast);
          boolean third =
              cast.choice() == VoteChoice.OBJECT
                  && standing(votes, VoteChoice.OBJECT, happened.council()) >= 3;
          assertThat(happened.events()).hasSize(third ? 2 : 1);
          assertThat(happened.events().getLast() instanceof ProposalSentBack).isEqualTo(third);
        }
      }
    }
  }

  @Property
  void isNeverAdoptedTwiceAndChangesThePolicySetExactlyThen(@ForAll("histories") List<Step> steps) {
    World world = new World().live(steps);
    List<Integer> adoptedAs =
        world.events().stream()
            .filter(ProposalAdopted.class::isInstance)
            .map(event -> ((ProposalAdopted) event).policySet())
            .toList();
    assertThat(adoptedAs).hasSizeLessThanOrEqualTo(1);
    assertThat(world.policySets.current().changes())
        .extracting(PolicySetChanged::number)
        .isEqualTo(adoptedAs);
  }

  @Property
  void countsOneVoteForADomainAtMost(@ForAll("histories") List<Step> steps) {
    World world = new World().live(steps);
    if (world.state instanceof ProposalState.Voting voting) {
      Tally tally = voting.ballot().tally(world.council, CouncilRules.DEFAULT);
      Set<DomainId> voted = new HashSet<>(tally.consents().keySet());
      voted.addAll(tally.abstentions());
      voted.addAll(tally.objections());
      assertThat(voted).hasSize(tally.voted());
      assertThat(world.council.seatedDomains()).containsAll(voted);
    }
  }

  @Property
  void nobodyVotesForTwoDomainsInARound(@ForAll("histories") List<Step> steps) {
    Map<Subject, DomainId> voices = new HashMap<>();
    for (ProposalEvent event : new World().live(steps).events()) {
      if (event instanceof VotingStarted) {
        voices.clear();
      } else if (event instanceof VoteCast cast) {
        DomainId before = voices.putIfAbsent(cast.voter(), cast.domain());
        assertThat(before).isIn(null, cast.domain());
      }
    }
  }

  @Property
  void replayGivesTheSameState(@ForAll("histories") List<Step> steps) {
    World world = new World().live(steps);
    ProposalState replayed = new ProposalState.NotOpened();
    for (ProposalEvent event : world.events()) {
      replayed = ProposalState.evolve(replayed, event);
    }
    assertThat(replayed).isEqualTo(world.state);
  }

  @Property
  void roundsAreCountedWithoutGapsAndNothingFollowsTheEnd(@ForAll("histories") List<Step> steps) {
    int round = 1;
    boolean ended = false;
    for (ProposalEvent event : new World().live(steps).events()) {
      assertThat(ended).isFalse();
      if (event instanceof ProposalRevised revised) {
        assertThat(revised.round()).isEqualTo(++round);
      }
      ended =
          event instanceof ProposalAdopted
              || event instanceof ProposalLapsed
              || event instanceof ProposalWithdrawn;
    }
  }

  @Property
  void theOrderOfTheDomainsDoesNotMatter(
      @ForAll("choices") List<VoteChoice> choices, @ForAll Random random) {
    CouncilState council = council(CouncilRules.DEFAULT, "d0", "d1", "d2", "d3", "d4", "d5");
    List<Step> votes = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      votes.add(new Step.Vote(0, i, choices.get(i), 0));
    }
    List<Step> shuffled = new ArrayList<>(votes);
    Collections.shuffle(shuffled, random);
    assertThat(tallyOf(shuffled, council)).isEqualTo(tallyOf(votes, council));
    assertThat(closed(shuffled)).isEqualTo(closed(votes));
  }

  @Property(tries = 2_000)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void theHistoriesReachEveryEnd(@ForAll("histories") List<Step> steps) {
    World world = new World().live(steps);
    String end =
        world.state instanceof ProposalState.Opened opened ? opened.status().name() : "NONE";
    Statistics.collect(end);
    Statistics.coverage(checker ->
        List.of("DISCUSSION", "VOTING", "ADOPTED", "SENT_BACK", "LAPSED", "WITHDRAWN")
            .forEach(status -> checker.check(status).count(count -> count > 0)));
  }

  private static Tally tallyOf(List<Step> votes, CouncilState council) {
    World world = ballot(votes);
    ProposalState.Voting voting = (ProposalState.Voting) world.state;
    return voting.ballot().tally(council, CouncilRules.DEFAULT);
  }

  private static ProposalEvent closed(List<Step> votes) {
    return ballot(votes).live(List.of(new Step.Close(100))).events().getLast();
  }

  private static World ballot(List<Step> votes) {
    return new World().live(List.of(new Step.Open(0, 0), new Step.Start(0, 0, 24))).live(votes);
  }

  private static long standing(
      Map<DomainId, VoteCast> votes, VoteChoice choice, CouncilState council) {
    return standing(votes, council).filter(cast -> cast.choice() == choice).count();
  }

  /** Votes of domains that have kept their seat since they cast them. */
  private static Stream<VoteCast> standing(Map<DomainId, VoteCast> votes, CouncilState council) {
    return votes.values().stream()
        .filter(cast ->
            council
                .seatedSince(cast.domain())
                .filter(since -> !since.isAfter(cast.castAt()))
                .isPresent());
  }

  /** Fewer than three of them object, so that the round is not closed before all have voted. */
  @Provide
  Arbitrary<List<VoteChoice>> choices() {
    return Arbitraries.of(VoteChoice.class)
        .list()
        .ofMaxSize(6)
        .filter(
            choices -> choices.stream().filter(choice -> choice == VoteChoice.OBJECT).count() < 3);
  }

  /** Mostly sensible histories: somebody proposes and starts a vote, then anything happens. */
  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<Integer> hours =
        Arbitraries.frequency(
            Tuple.of(12, 0), Tuple.of(6, 1), Tuple.of(2, 24), Tuple.of(1, -1), Tuple.of(1, -30));
    Arbitrary<Integer> domains = Arbitraries.integers().between(0, 7);
    Arbitrary<Integer> author = Arbitraries.frequency(Tuple.of(9, 0), Tuple.of(1, 1));
    Arbitrary<Step> votes =
        Combinators.combine(
                hours,
                domains,
                Arbitraries.frequency(
                    Tuple.of(5, VoteChoice.CONSENT),
                    Tuple.of(1, VoteChoice.ABSTAIN),
                    Tuple.of(3, VoteChoice.OBJECT)),
                Arbitraries.integers().between(0, 1))
            .as(Step.Vote::new);
    Arbitrary<Step> starts =
        Combinators.combine(hours, author, Arbitraries.of(1, 6, 24, 100_000)).as(Step.Start::new);
    Arbitrary<Step> seats =
        Combinators.combine(hours, domains, Arbitraries.of("rep-d6", "x", "y", "rep-d0"))
            .as(Step.Seat::new);
    Arbitrary<Step> vacancies = Combinators.combine(hours, domains).as(Step.Vacate::new);
    Arbitrary<Step> delegations =
        Combinators.combine(
                hours,
                domains,
                Arbitraries.of("x", "y", "rep-d0", "rep-d5"),
                Arbitraries.of(1, 30, 200))
            .as(Step.Delegate::new);
    Arbitrary<Step> votesAs =
        Combinators.combine(
                hours,
                Arbitraries.of("x", "y", "rep-d0", "rep-d5"),
                Arbitraries.of(VoteChoice.CONSENT, VoteChoice.OBJECT))
            .as(Step.VoteAs::new);
    Arbitrary<Step> anything =
        Arbitraries.frequencyOf(
            Tuple.of(1, Combinators.combine(hours, author).as(Step.Open::new)),
            Tuple.of(4, Combinators.combine(hours, author).as(Step.Revise::new)),
            Tuple.of(4, starts),
            Tuple.of(30, votes),
            Tuple.of(4, Arbitraries.of(0, 24).map(Step.Close::new)),
            Tuple.of(1, Combinators.combine(hours, author).as(Step.Withdraw::new)),
            Tuple.of(2, seats),
            Tuple.of(2, vacancies),
            Tuple.of(4, delegations),
            Tuple.of(6, votesAs));
    return Combinators.combine(votes.list().ofMaxSize(16), anything.list().ofMaxSize(40))
        .as((firstRound, then) -> {
          List<Step> all = new ArrayList<>();
          all.add(new Step.Seat(0, 6, "rep-d6"));
          all.add(new Step.Open(0, 0));
          all.add(new Step.Start(0, 0, 100));
          all.addAll(firstRound);
          all.addAll(then);
          return all;
        });
  }
}
