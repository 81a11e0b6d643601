package io.concordat.cli.change;

import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.input.GitTree;
import io.concordat.cli.input.Input;
import io.concordat.cli.input.Inputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the files of the working tree with those of a git reference: by path, and where a path is
 * new or holds another contract than before, by the id of the contract, so that a file that was
 * moved is compared with what it was.
 */
final class GitPairs {

  private final Host host;
  private final GitTree tree;

  private GitPairs(Host host, GitTree tree) {
    this.host = host;
    this.tree = tree;
  }

  /**
   * Pairs what was typed.
   *
   * @param typed files and directories, be they there or, as they were deleted, only in the
   *     reference
   * @throws Stop where neither side has anything of what was typed
   */
  static List<Pair> of(Host host, List<String> typed, String reference) {
    Path near = host.resolve(typed.getFirst());
    return new GitPairs(host, GitTree.open(host, near, reference)).pairs(typed);
  }

  private List<Pair> pairs(List<String> typed) {
    SequencedMap<String, Input> after = new LinkedHashMap<>();
    SequencedMap<String, String> blobs = new LinkedHashMap<>();
    Map<String, String> names = new TreeMap<>();
    for (String argument : typed) {
      collect(argument, after, blobs, names);
    }
    Map<String, Input> before = tree.read(host, blobs);
    Map<String, Pair> pairs = new TreeMap<>();
    Map<String, Input> added = new LinkedHashMap<>();
    Map<String, Input> removed = new LinkedHashMap<>(before);
    after.forEach((path, now) -> {
      Input then = before.get(path);
      if (then != null && sameContract(then, now)) {
        pairs.put(path, new Pair(names.getOrDefault(path, path), then, now));
        removed.remove(path);
      } else {
        added.put(path, now);
      }
    });
    Map<String, Input> moved = added.isEmpty() ? removed : withVanished(removed);
    added.forEach((path, now) -> {
      String was = ofSameContract(moved, now);
      Input then = was == null ? null : moved.remove(was);
      removed.remove(String.valueOf(was));
      pairs.put(path, new Pair(names.getOrDefault(path, path), then, now));
    });
    // A file whose path now holds another contract is told of under that path and a mark.
    removed.forEach((path, then) -> {
      String name = names.getOrDefault(path, path);
      pairs.put(path + (pairs.containsKey(path) ? "\0before" : ""), new Pair(name, then, null));
    });
    return List.copyOf(pairs.values());
  }

  private void collect(
      String argument,
      Map<String, Input> after,
      Map<String, String> blobs,
      Map<String, String> names) {
    if (argument.equals("-")) {
      throw Stop.usage("Standard input has no history in git: name a file.");
    }
    Path place = host.resolve(argument);
    String path = tree.pathOf(place);
    boolean directory = Files.isDirectory(place);
    Map<String, String> there = tree.blobs(host, path);
    int found = 0;
    for (Map.Entry<String, String> blob : there.entrySet()) {
      if (blob.getKey().equals(path)
          || (Inputs.isContract(fileName(blob.getKey())) && isSearched(path, blob.getKey()))) {
        blobs.put(blob.getKey(), blob.getValue());
        names.putIfAbsent(blob.getKey(), shown(argument, path, blob.getKey()));
        found++;
      }
    }
    for (Input input : directory ? Inputs.below(host, argument) : fileIfThere(place, argument)) {
      Path file =
          input instanceof Input.Text text && text.file() != null
              ? text.file()
              : host.resolve(input.name());
      after.put(tree.pathOf(file), input);
      names.put(tree.pathOf(file), input.name());
      found++;
    }
    if (found == 0) {
      throw Stop.usage(
          "There is no contract under '%s', neither here nor in %s."
              .formatted(argument, tree.reference()));
    }
  }

  private static List<Input> fileIfThere(Path place, String argument) {
    return Files.exists(place, java.nio.file.LinkOption.NOFOLLOW_LINKS)
        ? List.of(Inputs.file(place, argument))
        : List.of();
  }

  /** What is removed within what was typed, and everything else that is gone from the work tree. */
  private Map<String, Input> withVanished(Map<String, Input> removed) {
    SequencedMap<String, String> gone = new LinkedHashMap<>();
    tree.blobs(host, "")
        .forEach((path, blob) -> {
          if (Inputs.isContract(fileName(path))
              && !removed.containsKey(path)
              && !Files.exists(tree.inWorkingTree(path))) {
            gone.put(path, blob);
          }
        });
    Map<String, Input> all = new LinkedHashMap<>(removed);
    all.putAll(tree.read(host, gone));
    return all;
  }

  /** Whether two documents under one path are of one contract; those without an id are. */
  private static boolean sameContract(Input then, Input now) {
    String before = Identity.of(then);
    String after = Identity.of(now);
    return before == null || after == null || before.equals(after);
  }

  private static @Nullable String ofSameContract(Map<String, Input> among, Input now) {
    String id = Identity.of(now);
    if (id == null) {
      return null;
    }
    List<String> same = new ArrayList<>();
    among.forEach((path, then) -> {
      if (id.equals(Identity.of(then))) {
        same.add(path);
      }
    });
    return same.isEmpty() ? null : same.getFirst();
  }

  /** Whether the search of a directory comes to a path below it: as in the working tree. */
  private static boolean isSearched(String typedPath, String path) {
    String below = typedPath.isEmpty() ? path : path.substring(typedPath.length() + 1);
    List<String> steps = List.of(below.split("/", -1));
    return steps.subList(0, steps.size() - 1).stream().noneMatch(Inputs::isPassedBy);
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A path of the repository as seen from what was typed. */
  private static String shown(String argument, String typedPath, String path) {
    if (path.equals(typedPath)) {
      return argument;
    }
    String below = typedPath.isEmpty() ? path : path.substring(typedPath.length() + 1);
    return argument.equals(".")
        ? below
        : argument.endsWith("/") ? argument + below : argument + "/" + below;
  }
}
