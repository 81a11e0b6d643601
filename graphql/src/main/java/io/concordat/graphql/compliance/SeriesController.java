package io.concordat.graphql.compliance;

import io.concordat.messages.mesh.DataProductView;
import io.concordat.messages.mesh.DomainView;
import io.concordat.messages.series.Resolution;
import io.concordat.messages.series.SeriesScope.OfDomain;
import io.concordat.messages.series.SeriesScope.OfProduct;
import io.concordat.messages.series.SeriesScope.WholeMesh;
import io.concordat.messages.series.SeriesView;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Figures over time of the mesh, its domains and its products. */
@Controller
class SeriesController {

  @SchemaMapping(typeName = "MeshPulse", field = "series")
  CompletableFuture<SeriesView> ofTheMesh(
      @Argument Instant from,
      @Argument Instant to,
      @Argument @Nullable Resolution resolution,
      DataLoader<SeriesRequest, SeriesView> series) {
    return series.load(SeriesRequest.of(new WholeMesh(), from, to, resolution));
  }

  @SchemaMapping(typeName = "Domain", field = "series")
  CompletableFuture<SeriesView> ofDomain(
      DomainView domain,
      @Argument Instant from,
      @Argument Instant to,
      @Argument @Nullable Resolution resolution,
      DataLoader<SeriesRequest, SeriesView> series) {
    return series.load(SeriesRequest.of(new OfDomain(domain.id()), from, to, resolution));
  }

  @SchemaMapping(typeName = "DataProduct", field = "series")
  CompletableFuture<SeriesView> ofProduct(
      DataProductView product,
      @Argument Instant from,
      @Argument Instant to,
      @Argument @Nullable Resolution resolution,
      DataLoader<SeriesRequest, SeriesView> series) {
    return series.load(SeriesRequest.of(new OfProduct(product.id()), from, to, resolution));
  }
}
