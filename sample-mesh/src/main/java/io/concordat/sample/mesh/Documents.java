package io.concordat.sample.mesh;

import io.concordat.sample.mesh.Mesh.Consumer;
import io.concordat.sample.mesh.Mesh.Domain;
import io.concordat.sample.mesh.Mesh.Product;
import io.concordat.sample.mesh.Mesh.Read;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The documents of the sample mesh: {@code mesh/<domain>/domain.yaml} and {@code
 * mesh/<domain>/<product>/<contract>.odcs.yaml}, later major versions as {@code
 * <contract>.v2.odcs.yaml}.
 */
public final class Documents {

  private static final String ROOT = "mesh";
  private static final String CONTRACT = ".odcs.yaml";

  private Documents() {}

  /** Reads the mesh that comes with this program. */
  public static Mesh mesh() {
    Map<String, String> files = files();
    List<Domain> domains =
        files.entrySet().stream()
            .filter(file -> file.getKey().endsWith("/domain.yaml"))
            .map(file -> domain(Yaml.read(file.getKey(), file.getValue())))
            .toList();
    Map<String, String> owners = new TreeMap<>();
    domains.stream()
        .flatMap(domain -> domain.products().stream())
        .forEach(product -> owners.put(product.id(), product.owner()));
    List<ContractDocument> contracts = new ArrayList<>();
    List<ContractDocument> successors = new ArrayList<>();
    files.forEach((path, text) -> {
      if (path.endsWith(CONTRACT)) {
        String name = path.substring(0, path.length() - CONTRACT.length());
        String owner = owners.get(name.substring(0, name.lastIndexOf('/')));
        if (owner == null) {
          throw new IllegalStateException(path + " belongs to no product of its domain.yaml");
        }
        (name.contains(".v") ? successors : contracts).add(contract(path, text, owner));
      }
    });
    return new Mesh(domains, contracts, successors);
  }

  /** Text of a file beside the domains, such as {@code council.yaml}. */
  public static Yaml file(String name) {
    String text = files().get(name);
    if (text == null) {
      throw new IllegalStateException("This program was built without " + ROOT + "/" + name);
    }
    return Yaml.read(name, text);
  }

  private static Domain domain(Yaml file) {
    String id = file.text("domain");
    return new Domain(
        id,
        file.text("name"),
        file.text("description"),
        file.text("director"),
        file.text("representative"),
        file.list("products").stream().map(product -> product(id, product)).toList(),
        file.list("consumers").stream().map(consumer -> consumer(id, consumer)).toList());
  }

  private static Product product(String domain, Yaml product) {
    return new Product(
        domain + "/" + product.text("product"),
        product.text("name"),
        product.text("description"),
        product.text("owner"),
        product.number("sharePercent"));
  }

  private static Consumer consumer(String domain, Yaml consumer) {
    return new Consumer(
        domain + ":" + consumer.text("consumer"),
        consumer.text("name"),
        consumer.text("kind"),
        consumer.text("purpose"),
        consumer.list("reads").stream()
            .map(read -> new Read(read.text("contract"), read.texts("fields")))
            .toList());
  }

  private static ContractDocument contract(String path, String text, String owner) {
    Yaml document = Yaml.read(path, text);
    List<String> upstream =
        document.list("customProperties").stream()
            .filter(custom -> custom.text("property").equals("upstreamContracts"))
            .flatMap(custom -> custom.texts("value").stream())
            .toList();
    return new ContractDocument(
        path, document.text("id"), document.text("version"), owner, upstream, text);
  }

  /** Texts of all files by their path below the root, sorted. */
  private static Map<String, String> files() {
    URL root = Documents.class.getResource("/" + ROOT);
    if (root == null) {
      throw new IllegalStateException("This program was built without its documents");
    }
    try {
      URI uri = root.toURI();
      if (!uri.getScheme().equals("jar")) {
        return files(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return files(jar.getPath("/" + ROOT));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The documents of the sample mesh cannot be read", unreadable);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> found = Files.walk(root)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        texts.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return texts;
  }
}
