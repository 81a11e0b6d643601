package io.concordat.projections.lineage;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.DatasetName;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one event changes in the lineage graph. */
sealed interface LineageChange {

  /** Number of the event in its stream. */
  long sequence();

  /** About how many nodes and relations it writes. */
  default int rows() {
    return switch (this) {
      case DomainFacts facts -> 1;
      case ProductFacts facts -> 2;
      case Ports ports -> 1 + ports.upstream().size();
      case ConsumerFacts facts -> 1 + facts.reads().size();
      case Publication publication ->
          4
              + publication.upstream().size()
              + 2 * publication.fields().size()
              + publication.fieldSources().size()
              + 2 * publication.stores().size();
      case VersionFate fate -> 2;
    };
  }

  /** A domain says what it is. */
  record DomainFacts(String id, long sequence, Map<String, @Nullable Object> properties)
      implements LineageChange {}

  /** A data product says what it is. */
  record ProductFacts(
      String id,
      String domain,
      Instant since,
      long sequence,
      Map<String, @Nullable Object> properties)
      implements LineageChange {}

  /**
   * A data product says what it takes in.
   *
   * @param upstream contracts of its input ports, each once, those of the product itself left out
   */
  record Ports(ProductId product, Instant at, long sequence, List<ContractId> upstream)
      implements LineageChange {}

  /**
   * A consumer says what it is and all that it reads from then on: what it read before and does not
   * name any more has ended.
   *
   * @param since when it said so, UTC
   * @param reads each contract once
   */
  record ConsumerFacts(
      String id,
      Instant since,
      long sequence,
      Map<String, @Nullable Object> properties,
      List<Read> reads)
      implements LineageChange {}

  /** One contract that a consumer reads, and the fields; none where it may read all of them. */
  record Read(ContractId contract, List<String> fields) {}

  /**
   * A version passed the gate.
   *
   * @param contractProperties what the contract says of itself from now on
   * @param versionProperties what this version says of itself
   * @param upstream contracts that it derives from as a whole or by some of its fields, each once,
   *     itself left out
   * @param fields each once
   * @param fieldSources which field derives from which, each once
   * @param stores datasets that hold this version, each once for an object
   */
  record Publication(
      ContractId contract,
      String version,
      Instant at,
      long sequence,
      Map<String, @Nullable Object> contractProperties,
      Map<String, @Nullable Object> versionProperties,
      List<ContractId> upstream,
      List<FieldFacts> fields,
      List<FieldSource> fieldSources,
      List<Store> stores)
      implements LineageChange {}

  /**
   * What a version says of a field.
   *
   * @param key see {@link FieldKey}
   */
  record FieldFacts(String key, Map<String, @Nullable Object> properties) {}

  /**
   * A field that derives from another.
   *
   * @param field key of the field, see {@link FieldKey}
   * @param source key of the field that it derives from
   */
  record FieldSource(String field, String source) {

    /** The contract whose field it derives from. */
    ContractId sourceContract() {
      return new ContractId(source.substring(0, source.indexOf('#')));
    }
  }

  /** A dataset that holds one object of a version. */
  record Store(String object, DatasetName dataset) {}

  /**
   * Something became of a version that was published before.
   *
   * @param retiredAt when it ceased to be served, UTC; null where it is still served
   */
  record VersionFate(
      ContractId contract,
      String version,
      long sequence,
      Map<String, @Nullable Object> versionProperties,
      @Nullable Instant retiredAt)
      implements LineageChange {}
}
