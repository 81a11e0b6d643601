package io.concordat.eventstore;

import io.concordat.messages.Event;
import io.concordat.messages.Subject;
import io.concordat.messages.anomaly.AnomalyDetected;
import io.concordat.messages.anomaly.AnomalyFigures;
import io.concordat.messages.anomaly.AnomalyId;
import io.concordat.messages.anomaly.AnomalyKind;
import io.concordat.messages.compliance.CommitmentCount;
import io.concordat.messages.compliance.ComplianceRecorded;
import io.concordat.messages.compliance.Standing;
import io.concordat.messages.contract.ChangeKind;
import io.concordat.messages.contract.ContractAssessed;
import io.concordat.messages.contract.ContractChange;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.ContractSupportExtended;
import io.concordat.messages.contract.ContractVersionDeprecated;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.contract.ContractVersionRejected;
import io.concordat.messages.contract.ContractVersionRetired;
import io.concordat.messages.contract.FieldOutline;
import io.concordat.messages.contract.ObjectOutline;
import io.concordat.messages.contract.VerdictBasis;
import io.concordat.messages.council.CommentEdited;
import io.concordat.messages.council.CommentId;
import io.concordat.messages.council.CouncilFounded;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.CouncilRulesChanged;
import io.concordat.messages.council.DelegationRevoked;
import io.concordat.messages.council.ProposalAdopted;
import io.concordat.messages.council.ProposalCommented;
import io.concordat.messages.council.ProposalDraftEdited;
import io.concordat.messages.council.ProposalDrafted;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalLapsed;
import io.concordat.messages.council.ProposalOpened;
import io.concordat.messages.council.ProposalRevised;
import io.concordat.messages.council.ProposalSentBack;
import io.concordat.messages.council.ProposalWithdrawn;
import io.concordat.messages.council.RepresentativeAppointed;
import io.concordat.messages.council.SeatDelegated;
import io.concordat.messages.council.SeatVacated;
import io.concordat.messages.council.SentBackReason;
import io.concordat.messages.council.VoteCast;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.council.VotersReminded;
import io.concordat.messages.council.VotingStarted;
import io.concordat.messages.incident.DownstreamReader;
import io.concordat.messages.incident.DownstreamTold;
import io.concordat.messages.incident.EscalationLevel;
import io.concordat.messages.incident.IncidentAcknowledged;
import io.concordat.messages.incident.IncidentAssigned;
import io.concordat.messages.incident.IncidentAttached;
import io.concordat.messages.incident.IncidentCommented;
import io.concordat.messages.incident.IncidentEscalated;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentOpened;
import io.concordat.messages.incident.IncidentReopened;
import io.concordat.messages.incident.IncidentResolved;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.incident.ResolutionCause;
import io.concordat.messages.meeting.MeetingId;
import io.concordat.messages.meeting.MeetingScheduled;
import io.concordat.messages.meeting.Minutes;
import io.concordat.messages.meeting.MinutesCorrected;
import io.concordat.messages.meeting.MinutesRecorded;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.ConsumerKind;
import io.concordat.messages.mesh.ConsumerRegistered;
import io.concordat.messages.mesh.ConsumerRetired;
import io.concordat.messages.mesh.ContractRead;
import io.concordat.messages.mesh.DataProductRegistered;
import io.concordat.messages.mesh.DatasetName;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainRegistered;
import io.concordat.messages.mesh.JobId;
import io.concordat.messages.mesh.LineageNodeKind;
import io.concordat.messages.mesh.MaintenanceCancelled;
import io.concordat.messages.mesh.MaintenanceId;
import io.concordat.messages.mesh.MaintenancePlanned;
import io.concordat.messages.mesh.PortContract;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.ProductInputPort;
import io.concordat.messages.mesh.ProductOutputPort;
import io.concordat.messages.mesh.ProductOwner;
import io.concordat.messages.mesh.ProductPortsDeclared;
import io.concordat.messages.migration.AffectedElements;
import io.concordat.messages.migration.MigrationAcknowledged;
import io.concordat.messages.migration.MigrationClosed;
import io.concordat.messages.migration.MigrationCompleted;
import io.concordat.messages.migration.MigrationExtended;
import io.concordat.messages.migration.MigrationExtensionDeclined;
import io.concordat.messages.migration.MigrationExtensionGranted;
import io.concordat.messages.migration.MigrationExtensionRequested;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.migration.MigrationOpened;
import io.concordat.messages.migration.MigrationParticipant;
import io.concordat.messages.migration.MigrationParticipantJoined;
import io.concordat.messages.migration.MigrationParticipantLeft;
import io.concordat.messages.migration.MigrationReminded;
import io.concordat.messages.migration.MigrationStarted;
import io.concordat.messages.migration.ParticipantId;
import io.concordat.messages.policy.Classification;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicyFamily;
import io.concordat.messages.policy.PolicyScope;
import io.concordat.messages.policy.PolicySetChanged;
import io.concordat.messages.policy.PolicySetFounded;
import io.concordat.messages.policy.SemanticType;
import io.concordat.messages.policy.Severity;
import io.concordat.messages.policy.UpstreamRead;
import io.concordat.messages.policy.Verdict;
import io.concordat.messages.policy.Violation;
import io.concordat.messages.request.DataRequestAccepted;
import io.concordat.messages.request.DataRequestDeclined;
import io.concordat.messages.request.DataRequestDelivered;
import io.concordat.messages.request.DataRequestId;
import io.concordat.messages.request.DataRequestOpened;
import io.concordat.messages.request.DataRequestWithdrawn;
import io.concordat.messages.scorecard.DomainEscalated;
import io.concordat.messages.scorecard.ScorecardPublished;
import io.concordat.messages.scorecard.ScorecardRow;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** One event of each type, with every component filled at least somewhere. */
final class SampleEvents {

  private static final Instant T0 = Instant.parse("2026-03-01T09:30:00Z");
  private static final Instant T1 = Instant.parse("2026-03-31T09:30:00.125Z");
  private static final Subject ANA = new Subject("ana.costa");
  private static final Subject BEN = new Subject("ben");
  private static final DomainId PAYMENTS = new DomainId("payments");
  private static final ProductId PRODUCT = new ProductId("payments/settlements");
  private static final ContractId CONTRACT = new ContractId("payments/settlements/daily");
  private static final CommentId COMMENT = CommentId.of("0195f0a1-0000-7000-8000-000000000007");
  private static final ProposalId PROPOSAL = ProposalId.of("0195f0a1-0000-7000-8000-000000000001");
  private static final MaintenanceId MAINTENANCE =
      MaintenanceId.of("0195f0a1-0000-7000-8000-000000000009");
  private static final IncidentId INCIDENT = IncidentId.of("0195f0a1-0000-7000-8000-000000000002");
  private static final DataRequestId REQUEST =
      DataRequestId.of("0195f0a1-0000-7000-8000-000000000003");
  private static final MigrationId MIGRATION = MigrationId.of(CONTRACT, "1.4.0");
  private static final ParticipantId DASHBOARD = new ParticipantId("finance:cfo-dashboard");
  private static final ParticipantId POSITIONS = new ParticipantId("treasury/positions/daily");
  private static final String DIGEST =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  private static final Policy POLICY =
      new Policy(
          "owner-named",
          "Every contract names its owner",
          PolicyFamily.DOCUMENTATION,
          PolicyScope.CONTRACT,
          Severity.ERROR,
          "has(contract.team) && size(contract.team) > 0",
          "{name} names no owner.",
          "Somebody has to answer for it.");
  private static final SemanticType EMAIL =
      new SemanticType(
          "email-address",
          "An address for electronic mail.",
          List.of("string"),
          "^[^@]+@[^@]+$",
          null,
          Classification.CONFIDENTIAL,
          "ana@example.org");

  private SampleEvents() {}

  static Stream<Event> all() {
    return Stream.of(
        new DomainRegistered(PAYMENTS, "Payments", "Takes and settles.", BEN, T0),
        new DataProductRegistered(
            PRODUCT, "Settlements", "What was settled.", new ProductOwner(ANA, 50), T0),
        new ProductPortsDeclared(
            PRODUCT,
            List.of(new ProductInputPort("entries", "1.0.0", "payments/ledger/entries")),
            List.of(
                new ProductOutputPort(
                    "daily",
                    "1.4.0",
                    CONTRACT.value(),
                    "tables",
                    "One row per merchant.",
                    List.of(new PortContract("payments/ledger/entries", "1.0.0"))),
                new ProductOutputPort("draft", "0.1.0", null, null, null, List.of())),
            "apiVersion: v1.0.0",
            DIGEST,
            T0,
            ANA),
        new MaintenancePlanned(
            PRODUCT, MAINTENANCE, T0.plusSeconds(3600), T0.plusSeconds(7200), "New disks", T0, ANA),
        new MaintenanceCancelled(PRODUCT, MAINTENANCE, T0.plusSeconds(5400), BEN),
        new ConsumerRegistered(
            new ConsumerId("finance:cfo-dashboard"),
            "CFO dashboard",
            ConsumerKind.DASHBOARD,
            "Cash position",
            List.of(new ContractRead(CONTRACT, List.of("settlements.amount"), "1.4.0")),
            ANA,
            T0,
            List.of(new JobId("airflow-finance", "cfo_dashboard.refresh"))),
        new ConsumerRetired(new ConsumerId("finance:cfo-dashboard"), "Nobody looks at it", ANA, T0),
        new ContractVersionPublished(
            CONTRACT,
            "1.4.0",
            "apiVersion: v3.1.0\nkind: DataContract\n# Übergröße \uD83D\uDE80\n",
            DIGEST,
            outline(),
            new Verdict(
                3,
                List.of(
                    new Violation(
                        "owner-named", Severity.WARNING, "$.team", 12, "Name a deputy."))),
            new VerdictBasis("1.3.2", List.of()),
            List.of(
                new ContractChange(
                    ChangeKind.ADDITIVE,
                    "field-added",
                    "$.schema[0].properties[1]",
                    "settlements.payer",
                    "The field settlements.payer is new.",
                    null,
                    "object")),
            T0,
            ANA),
        new ContractVersionRejected(
            CONTRACT,
            null,
            "not: [closed",
            DIGEST,
            new Verdict(
                3, List.of(new Violation("yaml", Severity.ERROR, "$", null, "Cannot be read."))),
            new VerdictBasis(null, List.of()),
            T0,
            ANA),
        new ContractVersionDeprecated(CONTRACT, "1.4.0", "2.0.0", T1),
        new ContractSupportExtended(CONTRACT, "1.4.0", T1.plusSeconds(864_000), T1, ANA),
        new ContractVersionRetired(CONTRACT, "1.4.0", T1),
        new ContractAssessed(
            CONTRACT,
            "1.4.0",
            new Verdict(
                4,
                List.of(
                    new Violation("retention-given", Severity.ERROR, "$", 1, 1, "Say how long."),
                    new Violation(
                        "owner-named",
                        Severity.ERROR,
                        "$.team",
                        12,
                        3,
                        "Name a deputy.",
                        "0195f0a1-0000-7000-8000-000000000009"))),
            new VerdictBasis(
                "1.3.2",
                List.of(
                    new UpstreamRead("ledger/entries/daily", "1.0.0", DIGEST),
                    new UpstreamRead("ledger/entries/hourly", null, null))),
            T1),
        new MigrationOpened(
            MIGRATION,
            "2.0.0",
            new AffectedElements(false, List.of("settlements.amount")),
            T1,
            List.of(
                new MigrationParticipant(DASHBOARD, List.of("settlements.amount")),
                new MigrationParticipant(POSITIONS, List.of("settlements.amount"))),
            T0),
        new MigrationParticipantJoined(
            MIGRATION,
            new MigrationParticipant(
                new ParticipantId("risk:exposure-model"), List.of("settlements.amount")),
            T0),
        new MigrationParticipantLeft(MIGRATION, DASHBOARD, T0),
        new MigrationAcknowledged(MIGRATION, DASHBOARD, T0, ANA),
        new MigrationStarted(MIGRATION, DASHBOARD, T0, ANA),
        new MigrationCompleted(MIGRATION, DASHBOARD, T0, ANA),
        new MigrationExtensionRequested(
            MIGRATION, POSITIONS, T1.plusSeconds(864_000), "The quarter ends first.", T0, BEN),
        new MigrationExtensionGranted(MIGRATION, POSITIONS, T1.plusSeconds(864_000), T0, ANA),
        new MigrationExtensionDeclined(MIGRATION, POSITIONS, "The old table goes.", T0, ANA),
        new MigrationExtended(MIGRATION, T1.plusSeconds(864_000), T0),
        new MigrationReminded(MIGRATION, 7, T1, List.of(POSITIONS), T0),
        new MigrationClosed(MIGRATION, List.of(DASHBOARD), List.of(POSITIONS), T1),
        new DataRequestOpened(
            REQUEST,
            PAYMENTS,
            "Chargebacks",
            "Fraud scores miss them.",
            "amount, reason code; daily",
            T1,
            T0,
            ANA),
        new DataRequestAccepted(REQUEST, T1, T0, BEN),
        new DataRequestDeclined(REQUEST, "Risk has it.", T0, BEN),
        new DataRequestDelivered(REQUEST, CONTRACT, T1, BEN),
        new DataRequestWithdrawn(REQUEST, T1, ANA),
        new IncidentOpened(
            INCIDENT, PRODUCT, CONTRACT, "freshness", IncidentSeverity.HIGH, "Late.", T0, BEN, T0),
        new IncidentAcknowledged(INCIDENT, T0, ANA),
        new IncidentAssigned(INCIDENT, ANA, T0, BEN),
        new IncidentCommented(INCIDENT, "The export is stuck.", T0, ANA),
        new IncidentResolved(INCIDENT, ResolutionCause.FIXED, "Restarted.", T1, ANA),
        new IncidentReopened(INCIDENT, "Late again.", T1, BEN),
        new IncidentAttached(
            INCIDENT, IncidentId.of("0195f0a1-0000-7000-8000-000000000009"), T0, BEN),
        new DownstreamTold(
            INCIDENT,
            List.of(
                new DownstreamReader(
                    "finance:cfo-dashboard",
                    LineageNodeKind.DASHBOARD,
                    new DomainId("finance"),
                    1)),
            T0,
            BEN),
        new AnomalyDetected(
            AnomalyId.of("0195f0a1-0000-3000-8000-00000000000a"),
            CONTRACT,
            "settlement.amount",
            Instant.parse("2026-02-01T00:00:00Z"),
            Instant.parse("2026-02-02T00:00:00Z"),
            AnomalyKind.MEAN,
            new AnomalyFigures(400.5, 100.25, 90, 110.5),
            T0),
        new IncidentEscalated(INCIDENT, EscalationLevel.REPRESENTATIVE, ANA, T0, BEN),
        new ComplianceRecorded(
            PRODUCT,
            Instant.parse("2026-02-01T00:00:00Z"),
            Instant.parse("2026-02-02T00:00:00Z"),
            List.of(new CommitmentCount("freshness", 1_439, 1)),
            T0),
        new ScorecardPublished(
            YearMonth.of(2026, 1),
            List.of(
                new ScorecardRow(
                    1,
                    PAYMENTS,
                    94.5,
                    93.25,
                    1_000,
                    Standing.NEEDS_SUPPORT,
                    3,
                    2,
                    60L,
                    null,
                    1,
                    0)),
            List.of(new ScorecardPublished.NotMeasured(new DomainId("fraud"), 1)),
            T0,
            ANA),
        new DomainEscalated(PAYMENTS, YearMonth.of(2026, 1), BEN, 3, 94.5, T0),
        new CouncilFounded(CouncilRules.DEFAULT, T0),
        new CouncilRulesChanged(CouncilRules.DEFAULT, PROPOSAL, T1, T0),
        new RepresentativeAppointed(PAYMENTS, ANA, BEN, T0),
        new SeatDelegated(PAYMENTS, ANA, BEN, T0, T1, T0),
        new DelegationRevoked(PAYMENTS, BEN, ANA, T1),
        new SeatVacated(PAYMENTS, ANA, BEN, T1),
        new ProposalDrafted(
            PROPOSAL,
            PAYMENTS,
            ANA,
            "Drop it",
            "Nobody needs it.",
            new PolicyChange.RetirePolicy("owner-named"),
            null,
            T0),
        new ProposalDraftEdited(
            PROPOSAL,
            BEN,
            "Drop it soon",
            "Nobody needs it.",
            new PolicyChange.RetirePolicy("owner-named"),
            T1,
            T0),
        new ProposalCommented(PROPOSAL, COMMENT, 1, null, PAYMENTS, ANA, "Who **reads** this?", T0),
        new CommentEdited(PROPOSAL, COMMENT, ANA, "Who reads this?", T1),
        new ProposalOpened(
            PROPOSAL,
            PAYMENTS,
            ANA,
            "Owners",
            "Because.",
            new PolicyChange.AddPolicy(POLICY),
            T1,
            T0),
        new ProposalRevised(
            PROPOSAL,
            2,
            ANA,
            "Owners",
            "Because, indeed.",
            new PolicyChange.ChangePolicy(POLICY),
            List.of(PAYMENTS),
            T1),
        new VotingStarted(PROPOSAL, 1, T0, T1, CouncilRules.DEFAULT, ANA),
        new VoteCast(
            PROPOSAL, 1, PAYMENTS, ANA, VoteChoice.OBJECT, "Too early.", "Wait a year.", T0),
        new VotersReminded(PROPOSAL, 1, 3, T1, List.of(PAYMENTS), T0),
        new ProposalSentBack(PROPOSAL, 1, SentBackReason.OBJECTIONS, List.of(PAYMENTS), T1),
        new ProposalAdopted(PROPOSAL, 2, 4, T1),
        new ProposalLapsed(PROPOSAL, 1, 3, 12, T1),
        new ProposalWithdrawn(PROPOSAL, 1, null, ANA, T1),
        new MeetingScheduled(MeetingId.of("2026-12"), T0, T1, T0),
        new MinutesRecorded(MeetingId.of("2026-12"), T0, T1, "# A", Minutes.digest("# A"), ANA, T1),
        new MinutesCorrected(
            MeetingId.of("2026-12"), "# B", Minutes.digest("# B"), "A vote was missing.", ANA, T1),
        new PolicySetFounded(List.of(POLICY), List.of(EMAIL), T0, List.of()),
        new PolicySetChanged(4, new PolicyChange.RetirePolicy("owner-named"), PROPOSAL, T1));
  }

  private static ContractOutline outline() {
    return new ContractOutline(
        "Daily settlements",
        "Reconciliation",
        "active",
        List.of("finance"),
        List.of("payments/ledger/entries"),
        List.of(
            new ObjectOutline(
                "settlements",
                "fct_settlements",
                "One row each.",
                List.of(
                    new FieldOutline(
                        "payer.email",
                        "payer_email",
                        "string",
                        "email-address",
                        "confidential",
                        true,
                        "Who pays.",
                        List.of("ledger.email"))),
                List.of(
                    new DatasetName(
                        "postgres://db.example.com:5432", "finance.public.fct_settlements")))));
  }
}
