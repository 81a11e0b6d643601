package io.concordat.cli.input;

import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.contract.tree.DocumentTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what was typed: files, directories, and {@code -} for standard input. */
public final class Inputs {

  /** What standard input is called. */
  public static final String STDIN = "stdin";

  /** UTF-8 needs at most three bytes for one UTF-16 unit. */
  private static final int MOST_BYTES = 3 * DocumentTree.MAX_LENGTH;

  private static final Kind CONTRACTS =
      new Kind(
          Pattern.compile(".*\\.odcs\\.(yaml|yml|json)"),
          "contract (*.odcs.yaml, *.odcs.yml or *.odcs.json)");
  private static final Kind POLICIES =
      new Kind(
          Pattern.compile(".*\\.policy\\.(yaml|yml|json)"),
          "policy file (*.policy.yaml, *.policy.yml or *.policy.json)");
  private static final String NODE_MODULES = "node_modules";

  private Inputs() {}

  /**
   * What is looked for in directories.
   *
   * @param spoken for people, with the names
   */
  private record Kind(Pattern name, String spoken) {}

  /** Whether a directory's file of this name is taken for a contract. */
  public static boolean isContract(String fileName) {
    return CONTRACTS.name().matcher(fileName).matches();
  }

  /** Whether a search passes by a directory of this name: hidden ones and {@code node_modules}. */
  public static boolean isPassedBy(String directoryName) {
    return directoryName.startsWith(".") || directoryName.equals(NODE_MODULES);
  }

  /**
   * Reads everything that was typed, directories with all that is below them, each file once.
   * Hidden directories and {@code node_modules} are passed by.
   *
   * @param typed files, directories, {@code -}
   * @throws Stop where a directory holds no contract, since judging nothing must not read as fine
   */
  public static List<Input> read(Host host, List<String> typed) {
    return read(host, typed, CONTRACTS);
  }

  /**
   * Reads policy files in the same way.
   *
   * @throws Stop where a directory holds none
   */
  public static List<Input> policies(Host host, List<String> typed) {
    return read(host, typed, POLICIES);
  }

  private static List<Input> read(Host host, List<String> typed, Kind kind) {
    Map<Path, String> files = new LinkedHashMap<>();
    List<Input> inputs = new ArrayList<>();
    boolean stdin = false;
    for (String argument : typed) {
      if (argument.equals("-")) {
        if (!stdin) {
          inputs.add(standardInput(host));
        }
        stdin = true;
      } else if (Files.isDirectory(host.resolve(argument))) {
        Map<Path, String> found = filesIn(host.resolve(argument), argument, kind);
        if (found.isEmpty()) {
          throw Stop.usage(
              "The directory "
                  + argument
                  + " holds no "
                  + kind.spoken()
                  + ", and neither does any directory below it.");
        }
        found.forEach(files::putIfAbsent);
      } else {
        files.putIfAbsent(host.resolve(argument).normalize(), argument);
      }
    }
    inputs.addAll(
        files.entrySet().parallelStream()
            .map(file -> file(file.getKey(), file.getValue()))
            .toList());
    return List.copyOf(inputs);
  }

  /** Reads all contracts below a directory; empty where there is none. */
  public static List<Input> below(Host host, String directory) {
    return filesIn(host.resolve(directory), directory, CONTRACTS).entrySet().parallelStream()
        .map(file -> file(file.getKey(), file.getValue()))
        .toList();
  }

  /** Reads one file, whatever its name. */
  public static Input file(Path file, String name) {
    try {
      if (Files.isDirectory(file)) {
        return new Input.Unreadable(name, "It is a directory.");
      }
      if (Files.size(file) > MOST_BYTES) {
        return new Input.Unreadable(
            name, "It is larger than %,d bytes, the most that is read.".formatted(MOST_BYTES));
      }
      return text(name, file, Files.readAllBytes(file));
    } catch (NoSuchFileException missing) {
      return new Input.Unreadable(name, "There is no such file.");
    } catch (AccessDeniedException denied) {
      return new Input.Unreadable(name, "It may not be read by this user.");
    } catch (IOException broken) {
      return new Input.Unreadable(name, "It cannot be read: " + broken.getMessage());
    }
  }

  private static Input standardInput(Host host) {
    try {
      InputStream input = host.input();
      byte[] bytes = input.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        return new Input.Unreadable(
            STDIN, "It is larger than %,d bytes, the most that is read.".formatted(MOST_BYTES));
      }
      if (bytes.length == 0) {
        return new Input.Unreadable(STDIN, "It is empty.");
      }
      return text(STDIN, null, bytes);
    } catch (IOException broken) {
      return new Input.Unreadable(STDIN, "It cannot be read: " + broken.getMessage());
    }
  }

  static Input text(String name, @org.jspecify.annotations.Nullable Path file, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Input.Text(name, file, text);
    } catch (CharacterCodingException notUtf8) {
      return new Input.Unreadable(name, "It is not UTF-8; save it as UTF-8.");
    }
  }

  private static Map<Path, String> filesIn(Path directory, String typed, Kind kind) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(directory, new Finder(directory, kind, found));
    } catch (IOException broken) {
      throw Stop.usage("The directory " + typed + " cannot be read: " + broken.getMessage());
    }
    Map<Path, String> files = new LinkedHashMap<>();
    found.stream()
        .sorted()
        .forEach(file ->
            files.put(file.normalize(), shown(typed, directory.relativize(file).toString())));
    return files;
  }

  private static String shown(String typed, String below) {
    String path = below.replace('\\', '/');
    return typed.equals(".") ? path : typed.endsWith("/") ? typed + path : typed + "/" + path;
  }

  /** Collects files; a directory that cannot be entered ends the search with its failure. */
  private static final class Finder extends SimpleFileVisitor<Path> {

    private final Path start;
    private final Kind kind;
    private final List<Path> found;

    Finder(Path start, Kind kind, List<Path> found) {
      this.start = start;
      this.kind = kind;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      String name = String.valueOf(directory.getFileName());
      return isPassedBy(name) && !directory.equals(start)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (kind.name().matcher(String.valueOf(file.getFileName())).matches()
          && !attributes.isDirectory()) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
