package io.concordat.graphql.council;

import io.concordat.graphql.council.TextChanges.Part;
import io.concordat.graphql.council.TextChanges.TextChange;
import io.concordat.messages.council.ObjectionView;
import io.concordat.messages.council.RoundView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.json.JsonMapper;

/** What a round changed in the text, and what was said against it. */
@Controller
class RoundFields {

  private final TextChanges texts;

  RoundFields(JsonMapper json) {
    this.texts = new TextChanges(json);
  }

  @SchemaMapping(typeName = "Round")
  List<TextChange> changes(RoundView round) {
    RoundView.Text before = round.before();
    return before == null ? List.of() : texts.between(before, round.text());
  }

  @SchemaMapping(typeName = "TextChange")
  List<Part> parts(TextChange change) {
    return TextChanges.parts(change);
  }

  @SchemaMapping(typeName = "Objection")
  CompletableFuture<DomainView> domain(
      ObjectionView objection, DataLoader<DomainId, DomainView> domains) {
    return domains.load(objection.domain());
  }
}
