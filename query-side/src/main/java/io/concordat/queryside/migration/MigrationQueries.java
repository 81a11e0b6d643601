package io.concordat.queryside.migration;

import static io.concordat.queryside.Documents.text;

import com.mongodb.client.model.Filters;
import io.concordat.messages.Event;
import io.concordat.messages.EventCatalog;
import io.concordat.messages.migration.FindMigrations;
import io.concordat.messages.migration.ListMigrations;
import io.concordat.messages.migration.MigrationEvent;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.migration.MigrationView;
import io.concordat.messages.paging.Page;
import io.concordat.queryside.Documents;
import io.concordat.queryside.paging.DocumentList;
import io.concordat.queryside.paging.Pages;
import io.concordat.readstore.document.Values;
import io.concordat.readstore.document.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Migrations, by id and in lists. */
public final class MigrationQueries {

  private final Documents documents;

  /** Answers from the read models. */
  public MigrationQueries(Documents documents) {
    this.documents = documents;
  }

  @QueryHandler
  List<MigrationView> handle(FindMigrations query) {
    return documents
        .byId(Views.MIGRATIONS, query.ids().stream().map(MigrationId::value).toList())
        .stream()
        .map(MigrationQueries::migration)
        .toList();
  }

  @QueryHandler
  Page<MigrationView> handle(ListMigrations query) {
    List<Bson> filters = new ArrayList<>();
    if (query.status() != null) {
      filters.add(Filters.eq(Views.STATE + "." + Views.STATUS, query.status().name()));
    }
    if (query.domain() != null) {
      filters.add(Filters.eq(Views.DOMAINS_CONCERNED + "." + query.domain().value(), true));
    }
    return Pages.of(
            new DocumentList(
                documents.collection(Views.MIGRATIONS),
                filters.isEmpty() ? Filters.empty() : Filters.and(filters),
                Views.ORDER,
                true),
            query.page())
        .map(MigrationQueries::migration);
  }

  /** A migration's document as it is read. */
  public static MigrationView migration(Document document) {
    return MigrationHistory.of(
        Documents.parts(document, Views.EVENTS).map(MigrationQueries::event).toList());
  }

  private static MigrationEvent event(Document stored) {
    Class<? extends Event> type =
        Objects.requireNonNull(EventCatalog.byName().get(text(stored, Views.EVENT_TYPE)));
    return Values.parse(text(stored, Views.EVENT_TEXT), type.asSubclass(MigrationEvent.class));
  }
}
