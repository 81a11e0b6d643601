package io.concordat.command.product;

import static io.concordat.command.Answers.assertAccepted;
import static io.concordat.command.Answers.assertRejected;
import static io.concordat.command.Callers.NOW;
import static io.concordat.command.Callers.as;
import static io.concordat.command.FakeMesh.ANSWERS_FOR_SETTLEMENTS;
import static io.concordat.command.FakeMesh.SETTLEMENTS;

import io.concordat.command.Callers;
import io.concordat.contract.Digest;
import io.concordat.messages.Subject;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.mesh.DataProductRegistered;
import io.concordat.messages.mesh.PortContract;
import io.concordat.messages.mesh.ProductEvent;
import io.concordat.messages.mesh.ProductInputPort;
import io.concordat.messages.mesh.ProductOutputPort;
import io.concordat.messages.mesh.ProductOwner;
import io.concordat.messages.mesh.ProductPortsDeclared;
import io.concordat.messages.mesh.RegisterDataProduct;
import io.concordat.messages.mesh.RegisterDataProductFromOdps;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProductFromOdpsTest {

  private static final String DOCUMENT =
      """
      apiVersion: v1.0.0
      kind: DataProduct
      id: 9f2c
      status: active
      name: Settlements
      description:
        purpose: What was settled.
      inputPorts:
        - {name: entries, version: 1.0.0, contractId: payments/ledger/entries}
      outputPorts:
        - name: daily
          version: 1.4.0
          contractId: payments/settlements/daily
          type: tables
          inputContracts: [{id: payments/ledger/entries, version: 1.0.0}]
      """;

  private static final DataProductRegistered REGISTERED =
      new DataProductRegistered(
          SETTLEMENTS, "Settlements", "What was settled.", ANSWERS_FOR_SETTLEMENTS, NOW);

  private static final ProductPortsDeclared DECLARED =
      new ProductPortsDeclared(
          SETTLEMENTS,
          List.of(new ProductInputPort("entries", "1.0.0", "payments/ledger/entries")),
          List.of(
              new ProductOutputPort(
                  "daily",
                  "1.4.0",
                  "payments/settlements/daily",
                  "tables",
                  null,
                  List.of(new PortContract("payments/ledger/entries", "1.0.0")))),
          DOCUMENT,
          Digest.sha256(DOCUMENT),
          NOW,
          Callers.OWNER);

  private static final ProductState NONE = new ProductState.Unregistered();

  private static Decision<ProductEvent> decide(ProductState state, String document) {
    return ProductDecider.decide(
        state,
        new RegisterDataProductFromOdps(SETTLEMENTS, document, ANSWERS_FOR_SETTLEMENTS),
        Callers.owner(),
        true);
  }

  private static ProductState after(ProductEvent... events) {
    ProductState state = NONE;
    for (ProductEvent event : events) {
      state = ProductDecider.evolve(state, event);
    }
    return state;
  }

  @Test
  void aDocumentRegistersAProductWithItsPorts() {
    assertAccepted(decide(NONE, DOCUMENT), REGISTERED, DECLARED);
  }

  @Test
  void aRegisteredProductDeclaresItsPorts() {
    assertAccepted(decide(after(REGISTERED), DOCUMENT), DECLARED);
  }

  @Test
  void theSameDocumentASecondTimeChangesNothing() {
    assertAccepted(decide(after(REGISTERED, DECLARED), DOCUMENT));
  }

  @Test
  void anotherDocumentTakesThePlaceOfTheFirst() {
    String without = DOCUMENT.replaceAll("(?s)inputPorts:.*outputPorts", "outputPorts");

    assertAccepted(
        decide(after(REGISTERED, DECLARED), without),
        new ProductPortsDeclared(
            SETTLEMENTS,
            List.of(),
            DECLARED.outputPorts(),
            without,
            Digest.sha256(without),
            NOW,
            DECLARED.declaredBy()));
  }

  @Test
  void registeringPlainlyLeavesThePortsAlone() {
    RegisterDataProduct plain =
        new RegisterDataProduct(
            SETTLEMENTS, "Settlements", "What was settled.", ANSWERS_FOR_SETTLEMENTS);

    assertAccepted(
        ProductDecider.decide(after(REGISTERED, DECLARED), plain, Callers.owner(), true));
  }

  @Test
  void otherFactsAreRefused() {
    DataProductRegistered other =
        new DataProductRegistered(
            SETTLEMENTS,
            "Settlements",
            "What was settled.",
            new ProductOwner(new Subject("somebody-else"), 50),
            NOW);

    assertRejected(
        decide(after(other), DOCUMENT), RejectionCode.PRODUCT_EXISTS, "payments/settlements");
  }

  @Test
  void aProductNeedsItsDomain() {
    assertRejected(
        ProductDecider.decide(
            NONE,
            new RegisterDataProductFromOdps(SETTLEMENTS, DOCUMENT, ANSWERS_FOR_SETTLEMENTS),
            Callers.owner(),
            false),
        RejectionCode.DOMAIN_NOT_FOUND,
        "payments");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: DataProduct | kind: DataContract | line 2, column 7, $.kind",
        "version: 1.0.0, contractId | contractId | line 9, column 5, $.inputPorts[0]: Add 'version'",
        "name: Settlements | tenant: x | Give the product a 'name'",
        "purpose: What was settled. | usage: x | 'description.purpose'",
        "name: Settlements | name: '' | does not fit the catalog",
        "kind: DataProduct | kind: [ | line",
      })
  void aDocumentThatIsNoProductIsRefusedWithThePlace(String replaced, String by, String said) {
    assertRejected(
        decide(NONE, DOCUMENT.replace(replaced, by)), RejectionCode.ODPS_DOCUMENT_INVALID, said);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"GOVERNANCE_ENGINEER", "PRODUCT_OWNER", "SYSTEM"},
      mode = EnumSource.Mode.EXCLUDE)
  void othersMayNot(Role role) {
    assertRejected(
        ProductDecider.decide(
            NONE,
            new RegisterDataProductFromOdps(SETTLEMENTS, DOCUMENT, ANSWERS_FOR_SETTLEMENTS),
            as(role),
            true),
        RejectionCode.NOT_ALLOWED,
        "product owner or a governance engineer");
  }

  @Test
  void theOwnerOfAnotherProductMayNotReplaceThePorts() {
    assertRejected(
        ProductDecider.decide(
            after(REGISTERED, DECLARED),
            new RegisterDataProductFromOdps(
                SETTLEMENTS,
                DOCUMENT.replaceAll("(?s)inputPorts:.*outputPorts", "outputPorts"),
                ANSWERS_FOR_SETTLEMENTS),
            Callers.as("owner-elsewhere", Role.PRODUCT_OWNER),
            true),
        RejectionCode.NOT_ALLOWED,
        "product's owner or a governance engineer");
  }
}
