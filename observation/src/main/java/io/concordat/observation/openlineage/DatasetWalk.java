package io.concordat.observation.openlineage;

import io.concordat.messages.mesh.DatasetName;
import io.concordat.messages.observed.LineageStatement.Change;
import io.concordat.messages.observed.LineageStatement.Column;
import io.concordat.messages.observed.LineageStatement.ColumnSource;
import io.concordat.messages.observed.LineageStatement.Dropped;
import io.concordat.messages.observed.LineageStatement.ObservedDataset;
import io.concordat.messages.observed.LineageStatement.Renamed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one dataset of an event: its names, and of its facets the schema, the lineage of its
 * columns, its change of state and its other names.
 */
final class DatasetWalk {

  /** Most columns, and most sources of columns, in one dataset. */
  private static final int MOST = 500_000;

  private final JsonWalk json;
  private @Nullable String namespace;
  private @Nullable String name;
  private @Nullable List<Column> columns;
  private @Nullable List<ColumnSource> sources;
  private @Nullable Change change;
  private final List<DatasetName> aliases = new ArrayList<>();

  private DatasetWalk(JsonWalk json) {
    this.json = json;
  }

  static ObservedDataset read(JsonWalk json, String path) {
    DatasetWalk walk = new DatasetWalk(json);
    json.object(path, member -> walk.member(path, member));
    DatasetName dataset =
        new DatasetName(
            JsonWalk.needed(path + ".namespace", walk.namespace),
            JsonWalk.needed(path + ".name", walk.name));
    return new ObservedDataset(dataset, walk.columns, walk.sources, walk.change, walk.aliases);
  }

  private void member(String path, String member) {
    switch (member) {
      case "namespace" -> namespace = json.text(path + ".namespace");
      case "name" -> name = json.text(path + ".name");
      case "facets" -> json.object(path + ".facets", facet -> facet(path + ".facets", facet));
      default -> json.pass();
    }
  }

  private void facet(String facets, String facet) {
    String path = facets + "." + facet;
    switch (facet) {
      case "schema" -> columns = schema(path);
      case "columnLineage" -> sources = columnLineage(path);
      case "lifecycleStateChange" -> change = change(path);
      case "symlinks" ->
          json.object(
              path,
              member -> {
                if (member.equals("identifiers")) {
                  json.list(path + ".identifiers", item -> aliases.add(identifier(item)));
                } else {
                  json.pass();
                }
              });
      default -> json.pass();
    }
  }

  /** The columns; null where the facet is deleted or names none. */
  private @Nullable List<Column> schema(String path) {
    List<Column> found = new ArrayList<>();
    boolean[] told = new boolean[1];
    json.object(
        path,
        member -> {
          switch (member) {
            case "fields" -> {
              told[0] |= !json.isNull();
              json.list(path + ".fields", item -> column(item, "", found));
            }
            case "_deleted" -> told[0] &= !json.isTrue();
            default -> json.pass();
          }
        });
    return told[0] ? found : null;
  }

  private void column(String path, String prefix, List<Column> found) {
    @Nullable String[] known = new @Nullable String[2];
    List<Column> nested = new ArrayList<>();
    json.object(
        path,
        member -> {
          switch (member) {
            case "name" -> known[0] = json.text(path + ".name");
            case "type" -> known[1] = json.text(path + ".type");
            case "fields" -> json.list(path + ".fields", item -> column(item, "", nested));
            default -> json.pass();
          }
        });
    String own = prefix + JsonWalk.needed(path + ".name", known[0]);
    found.add(new Column(own, known[1]));
    nested.forEach(inner -> found.add(new Column(own + "." + inner.name(), inner.type())));
    bounded(path, found);
  }

  private @Nullable List<ColumnSource> columnLineage(String path) {
    List<ColumnSource> found = new ArrayList<>();
    boolean[] told = new boolean[1];
    json.object(
        path,
        member -> {
          switch (member) {
            case "fields" -> {
              told[0] |= !json.isNull();
              json.object(
                  path + ".fields", column -> sourcesOf(path + ".fields." + column, column, found));
            }
            case "_deleted" -> told[0] &= !json.isTrue();
            default -> json.pass();
          }
        });
    return told[0] ? found : null;
  }

  private void sourcesOf(String path, String column, List<ColumnSource> found) {
    json.object(
        path,
        member -> {
          if (member.equals("inputFields")) {
            json.list(
                path + ".inputFields",
                item -> {
                  found.add(source(item, column));
                  bounded(item, found);
                });
          } else {
            json.pass();
          }
        });
  }

  private ColumnSource source(String path, String column) {
    @Nullable String[] known = new @Nullable String[3];
    int[] kinds = new int[2];
    json.object(
        path,
        member -> {
          switch (member) {
            case "namespace" -> known[0] = json.text(path + ".namespace");
            case "name" -> known[1] = json.text(path + ".name");
            case "field" -> known[2] = json.text(path + ".field");
            case "transformations" ->
                json.list(path + ".transformations", item -> kinds[transformation(item)]++);
            default -> json.pass();
          }
        });
    return new ColumnSource(
        column,
        new DatasetName(
            JsonWalk.needed(path + ".namespace", known[0]),
            JsonWalk.needed(path + ".name", known[1])),
        JsonWalk.needed(path + ".field", known[2]),
        kinds[1] > 0 && kinds[0] == 0);
  }

  /** 1 where the transformation is indirect, 0 otherwise. */
  private int transformation(String path) {
    int[] indirect = new int[1];
    json.object(
        path,
        member -> {
          if (member.equals("type")) {
            indirect[0] = "INDIRECT".equals(json.text(path + ".type")) ? 1 : 0;
          } else {
            json.pass();
          }
        });
    return indirect[0];
  }

  private @Nullable Change change(String path) {
    @Nullable String[] state = new @Nullable String[1];
    @Nullable DatasetName[] previous = new @Nullable DatasetName[1];
    json.object(
        path,
        member -> {
          switch (member) {
            case "lifecycleStateChange" -> state[0] = json.text(path + ".lifecycleStateChange");
            case "previousIdentifier" -> {
              if (!json.isNull()) {
                previous[0] = identifier(path + ".previousIdentifier");
              }
            }
            default -> json.pass();
          }
        });
    DatasetName before = previous[0];
    return switch (state[0]) {
      case "DROP" -> new Dropped();
      case "RENAME" -> before == null ? null : new Renamed(before);
      case null, default -> null;
    };
  }

  private DatasetName identifier(String path) {
    @Nullable String[] known = new @Nullable String[2];
    json.object(
        path,
        member -> {
          switch (member) {
            case "namespace" -> known[0] = json.text(path + ".namespace");
            case "name" -> known[1] = json.text(path + ".name");
            default -> json.pass();
          }
        });
    return new DatasetName(
        JsonWalk.needed(path + ".namespace", known[0]), JsonWalk.needed(path + ".name", known[1]));
  }

  private static void bounded(String path, List<?> found) {
    if (found.size() > MOST) {
      throw JsonWalk.invalid(path, "is one too many: a dataset may have " + MOST + ".");
    }
  }
}
