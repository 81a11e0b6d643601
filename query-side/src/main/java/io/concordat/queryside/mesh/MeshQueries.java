package io.concordat.queryside.mesh;

import static io.concordat.queryside.Documents.optionalSubject;
import static io.concordat.queryside.Documents.part;
import static io.concordat.queryside.Documents.subject;
import static io.concordat.queryside.Documents.text;
import static io.concordat.queryside.Documents.time;

import com.mongodb.client.model.Filters;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.ConsumerKind;
import io.concordat.messages.mesh.ConsumerView;
import io.concordat.messages.mesh.ContractRead;
import io.concordat.messages.mesh.DataProductView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import io.concordat.messages.mesh.FindConsumers;
import io.concordat.messages.mesh.FindDataProducts;
import io.concordat.messages.mesh.FindDomains;
import io.concordat.messages.mesh.JobId;
import io.concordat.messages.mesh.ListConsumers;
import io.concordat.messages.mesh.ListDataProductsOfDomain;
import io.concordat.messages.mesh.ListDomains;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.ProductInputPort;
import io.concordat.messages.mesh.ProductOutputPort;
import io.concordat.messages.mesh.ProductOwner;
import io.concordat.messages.paging.Page;
import io.concordat.queryside.Documents;
import io.concordat.queryside.paging.DocumentList;
import io.concordat.queryside.paging.Pages;
import io.concordat.readstore.document.Values;
import io.concordat.readstore.document.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Domains, data products and consumers, by id and in lists. */
public final class MeshQueries {

  private final Documents documents;

  /** Answers from the read models. */
  public MeshQueries(Documents documents) {
    this.documents = documents;
  }

  @QueryHandler
  List<DomainView> handle(FindDomains query) {
    return documents
        .byId(Views.DOMAINS, query.ids().stream().map(DomainId::value).toList())
        .stream()
        .map(MeshQueries::domain)
        .toList();
  }

  @QueryHandler
  Page<DomainView> handle(ListDomains query) {
    return Pages.of(
            new DocumentList(documents.collection(Views.DOMAINS), Filters.empty(), Views.ID, false),
            query.page())
        .map(MeshQueries::domain);
  }

  @QueryHandler
  List<DataProductView> handle(FindDataProducts query) {
    return documents
        .byId(Views.PRODUCTS, query.ids().stream().map(ProductId::value).toList())
        .stream()
        .filter(product -> product.getBoolean(Views.REGISTERED, false))
        .map(MeshQueries::product)
        .toList();
  }

  @QueryHandler
  Page<DataProductView> handle(ListDataProductsOfDomain query) {
    return Pages.of(
            new DocumentList(
                documents.collection(Views.PRODUCTS),
                Filters.and(
                    Filters.eq(Views.DOMAIN, query.domain().value()),
                    Filters.eq(Views.REGISTERED, true)),
                Views.ID,
                false),
            query.page())
        .map(MeshQueries::product);
  }

  @QueryHandler
  List<ConsumerView> handle(FindConsumers query) {
    return documents
        .byId(Views.CONSUMERS, query.ids().stream().map(ConsumerId::value).toList())
        .stream()
        .map(MeshQueries::consumer)
        .toList();
  }

  @QueryHandler
  Page<ConsumerView> handle(ListConsumers query) {
    List<Bson> filters = new ArrayList<>();
    filters.add(Filters.exists("declared"));
    filters.add(Filters.exists("reading.retiredAt", query.retired()));
    if (query.domain() != null) {
      filters.add(Filters.eq(Views.DOMAIN, query.domain().value()));
    }
    if (query.kind() != null) {
      filters.add(Filters.eq("declared.kind", query.kind().name()));
    }
    if (query.contract() != null) {
      filters.add(Filters.eq("declared.reads.contract", query.contract().value()));
    }
    return Pages.of(
            new DocumentList(
                documents.collection(Views.CONSUMERS), Filters.and(filters), Views.ID, false),
            query.page())
        .map(MeshQueries::consumer);
  }

  /** A product's document as it is read. */
  static DataProductView product(Document document) {
    Document contracts = document.get("contracts", Document.class);
    Stream<Document> cards =
        contracts == null ? Stream.of() : contracts.values().stream().map(Document.class::cast);
    return new DataProductView(
        new ProductId(text(document, Views.ID)),
        text(document, "name"),
        text(document, "description"),
        Values.value(part(document, "owner"), ProductOwner.class),
        time(document, "registeredAt"),
        document.getBoolean(Views.DISCOVERABLE, false),
        cards
            .flatMap(card -> card.getList("tags", String.class).stream())
            .distinct()
            .sorted()
            .toList(),
        ports(document, "inputPorts", ProductInputPort.class),
        ports(document, "outputPorts", ProductOutputPort.class));
  }

  private static <T> List<T> ports(Document product, String name, Class<T> type) {
    Document ports = product.get("ports", Document.class);
    List<Document> declared = ports == null ? null : ports.getList(name, Document.class);
    return declared == null
        ? List.of()
        : declared.stream().map(port -> Values.value(port, type)).toList();
  }

  private static DomainView domain(Document document) {
    return new DomainView(
        new DomainId(text(document, Views.ID)),
        text(document, "name"),
        text(document, "description"),
        optionalSubject(document, "director"),
        time(document, "registeredAt"));
  }

  /** A registered consumer's document as it is read. */
  public static ConsumerView consumer(Document document) {
    Document declared = part(document, "declared");
    Document reading = part(document, "reading");
    return new ConsumerView(
        new ConsumerId(text(document, Views.ID)),
        text(declared, "name"),
        ConsumerKind.valueOf(text(declared, "kind")),
        text(declared, "purpose"),
        Objects.requireNonNull(declared.getList("reads", Document.class)).stream()
            .map(read -> Values.value(read, ContractRead.class))
            .toList(),
        declared.getList("jobs", Document.class, List.of()).stream()
            .map(job -> Values.value(job, JobId.class))
            .toList(),
        subject(declared, "registeredBy"),
        time(declared, "registeredAt"),
        reading.containsKey("retiredAt") ? time(reading, "retiredAt") : null,
        reading.getString("retiredFor"));
  }
}
