package io.concordat.server.whatif;

import io.concordat.graphql.gateway.WhatIfDesk.Found;
import io.concordat.graphql.gateway.WhatIfDesk.OfDomain;
import io.concordat.graphql.gateway.WhatIfDesk.Past;
import io.concordat.graphql.gateway.WhatIfDesk.Result;
import io.concordat.graphql.gateway.WhatIfDesk.Span;
import io.concordat.graphql.gateway.WhatIfDesk.Stopped;
import io.concordat.graphql.gateway.WhatIfDesk.Unjudged;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what a trial says, contract by contract. The lists are bounded, the counts are not. */
final class Count {

  private static final int LISTED_MOST = 1_000;
  private static final int UNJUDGED_MOST = 100;

  private final Map<DomainId, OfDomain> byDomain = new TreeMap<>();
  private final List<Found> violations = new ArrayList<>();
  private final List<Stopped> stopped = new ArrayList<>();
  private final List<Unjudged> unjudged = new ArrayList<>();
  private int contracts;
  private int failing;
  private long violationCount;
  private int publications;
  private int stoppedCount;
  private int pastVersions;
  private int pastFailing;
  private long pastViolations;

  /** What is said of one version. */
  record OfVersion(
      String version,
      Instant publishedAt,
      boolean served,
      boolean recent,
      List<Violation> violations) {

    boolean blocked() {
      return violations.stream().anyMatch(Violation::blocks);
    }
  }

  void add(ContractId contract, List<OfVersion> versions) {
    List<OfVersion> served = versions.stream().filter(OfVersion::served).toList();
    if (!served.isEmpty()) {
      boolean fails = served.stream().anyMatch(OfVersion::blocked);
      long found = served.stream().mapToLong(version -> version.violations().size()).sum();
      contracts++;
      failing += fails ? 1 : 0;
      violationCount += found;
      DomainId domain = contract.product().domain();
      OfDomain before = byDomain.getOrDefault(domain, new OfDomain(domain, 0, 0, 0));
      byDomain.put(
          domain,
          new OfDomain(
              domain,
              before.contracts() + 1,
              before.failing() + (fails ? 1 : 0),
              before.violations() + found));
      served.forEach(version -> list(contract, version));
    }
    for (OfVersion version : versions) {
      pastVersions++;
      pastFailing += version.blocked() ? 1 : 0;
      pastViolations += version.violations().size();
      if (version.recent()) {
        publications++;
        if (version.blocked()) {
          stop(contract, version);
        }
      }
    }
  }

  void addUnjudged(ContractId contract, String version, String reason) {
    if (unjudged.size() < UNJUDGED_MOST) {
      unjudged.add(new Unjudged(contract, version, reason));
    }
  }

  private void list(ContractId contract, OfVersion version) {
    version.violations().stream()
        .limit(LISTED_MOST - (long) violations.size())
        .map(violation -> new Found(contract, version.version(), violation))
        .forEach(violations::add);
  }

  private void stop(ContractId contract, OfVersion version) {
    stoppedCount++;
    if (stopped.size() < LISTED_MOST) {
      stopped.add(
          new Stopped(
              contract, version.version(), version.publishedAt(), version.violations().size()));
    }
  }

  Result result(int policySet, Span span, long milliseconds) {
    return new Result(
        policySet,
        contracts,
        failing,
        violationCount,
        List.copyOf(violations),
        List.copyOf(byDomain.values()),
        span.pastVersions() ? new Past(pastVersions, pastFailing, pastViolations) : null,
        span.months(),
        publications,
        stoppedCount,
        List.copyOf(stopped),
        List.copyOf(unjudged),
        milliseconds);
  }
}
