package io.concordat.cli.input;

import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a git reference holds. Reads through the {@code git} on the path; changes nothing. */
public final class GitTree {

  private static final long MOST_SECONDS = 60;

  private final Path root;
  private final String reference;
  private final String commit;

  private GitTree(Path root, String reference, String commit) {
    this.root = root;
    this.reference = reference;
    this.commit = commit;
  }

  /**
   * Finds a reference in the repository that a directory is part of.
   *
   * @param reference anything that names a commit, such as {@code main} or {@code HEAD~1}
   * @throws Stop where there is no repository, no such commit, or no git
   */
  public static GitTree open(Host host, Path directory, String reference) {
    if (reference.isBlank() || reference.startsWith("-")) {
      throw Stop.usage("'" + reference + "' is no git reference.");
    }
    Path near = existing(directory);
    Ended found = git(host, near, List.of("rev-parse", "--show-toplevel"), List.of());
    if (found.code != 0) {
      throw Stop.usage(directory + " is not in a git repository that can be read: " + found.told());
    }
    Path root = real(Path.of(found.text().strip()));
    Ended commit =
        git(
            host,
            root,
            List.of("rev-parse", "--verify", "--quiet", reference + "^{commit}"),
            List.of());
    if (commit.code != 0) {
      throw Stop.usage("git knows no commit '%s'. %s".formatted(reference, hint(reference)));
    }
    return new GitTree(root, reference, commit.text().strip());
  }

  /** What makes a reference known; what is fetched by its name has no name here but FETCH_HEAD. */
  private static String hint(String reference) {
    if (reference.matches(".*[~^@:{].*")) {
      return "In a shallow clone, fetch what came before: git fetch --unshallow";
    }
    String remote = reference.startsWith("origin/") ? reference.substring(7) : reference;
    return "In a shallow clone, fetch it and compare with what was fetched:"
        + " git fetch --depth=1 origin %s, then --against FETCH_HEAD".formatted(remote);
  }

  /** The reference as it was typed. */
  public String reference() {
    return reference;
  }

  /**
   * The path of a file or directory from the root of the repository, be it there or not.
   *
   * @throws Stop where it is outside
   */
  public String pathOf(Path file) {
    Path place = file.toAbsolutePath().normalize();
    Path there = existing(place);
    Path real = real(there).resolve(there.relativize(place));
    if (!real.startsWith(root)) {
      throw Stop.usage(file + " is outside of the git repository " + root + ".");
    }
    return root.relativize(real).toString().replace('\\', '/');
  }

  /** Where a path of the repository is in the working tree. */
  public Path inWorkingTree(String path) {
    return root.resolve(path);
  }

  /** Paths of all files below a path, or of the file itself, with their blobs. */
  public SequencedMap<String, String> blobs(Host host, String path) {
    List<String> command = new ArrayList<>(List.of("ls-tree", "-r", "-z", "--full-tree", commit));
    if (!path.isEmpty()) {
      command.addAll(List.of("--", path));
    }
    Ended listed = git(host, root, command, List.of());
    if (listed.code != 0) {
      throw Stop.usage("git cannot list " + reference + ": " + listed.told());
    }
    SequencedMap<String, String> blobs = new LinkedHashMap<>();
    for (String entry : listed.text().split("\0", -1)) {
      int tab = entry.indexOf('\t');
      // 100644 blob <id>, 100755 blob <id>; links and submodules are no documents.
      if (tab > 0 && entry.startsWith("100")) {
        String[] facts = entry.substring(0, tab).split(" ", -1);
        blobs.put(entry.substring(tab + 1), facts[2]);
      }
    }
    return blobs;
  }

  /**
   * Reads blobs.
   *
   * @param blobs by path
   * @return documents by path, named {@code reference:path}
   */
  public Map<String, Input> read(Host host, Map<String, String> blobs) {
    if (blobs.isEmpty()) {
      return Map.of();
    }
    Ended contents = git(host, root, List.of("cat-file", "--batch"), List.copyOf(blobs.values()));
    if (contents.code != 0) {
      throw Stop.usage("git cannot read " + reference + ": " + contents.told());
    }
    Map<String, Input> read = new LinkedHashMap<>();
    try (DataInputStream stream =
        new DataInputStream(new java.io.ByteArrayInputStream(contents.out))) {
      for (String path : blobs.keySet()) {
        read.put(path, one(stream, reference + ":" + path));
      }
    } catch (IOException cut) {
      throw Stop.usage("git broke off while reading " + reference + ".");
    }
    return read;
  }

  private static Input one(DataInputStream stream, String name) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    for (int c = stream.readUnsignedByte(); c != '\n'; c = stream.readUnsignedByte()) {
      header.write(c);
    }
    String[] facts = header.toString(StandardCharsets.UTF_8).split(" ", -1);
    if (facts.length != 3 || !facts[1].equals("blob")) {
      return new Input.Unreadable(name, "git does not have its content.");
    }
    byte[] bytes = stream.readNBytes(Integer.parseInt(facts[2]));
    stream.readUnsignedByte();
    return Inputs.text(name, null, bytes);
  }

  private static Path existing(Path place) {
    Path there = place.toAbsolutePath().normalize();
    while (!Files.isDirectory(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }

  private static Path real(Path place) {
    try {
      return place.toRealPath();
    } catch (IOException gone) {
      throw Stop.usage(place + " cannot be read.");
    }
  }

  private static Ended git(Host host, Path directory, List<String> command, List<String> lines) {
    List<String> all = new ArrayList<>(List.of("git", "-C", directory.toString()));
    all.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(all);
    builder.environment().clear();
    builder.environment().putAll(host.environment());
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
    Process process;
    try {
      process = builder.start();
    } catch (IOException missing) {
      throw Stop.usage("git cannot be started: is it installed?");
    }
    try {
      CompletableFuture<byte[]> out = reading(process.getInputStream());
      CompletableFuture<byte[]> err = reading(process.getErrorStream());
      try (OutputStream input = process.getOutputStream()) {
        for (String line : lines) {
          input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
      }
      byte[] told = out.get(MOST_SECONDS, TimeUnit.SECONDS);
      byte[] errors = err.get(MOST_SECONDS, TimeUnit.SECONDS);
      return new Ended(process.waitFor(), told, errors);
    } catch (TimeoutException hangs) {
      throw Stop.usage("git did not end within " + MOST_SECONDS + " s.");
    } catch (IOException | ExecutionException broken) {
      throw Stop.usage("git broke off: " + broken.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Stop.usage("Stopped while waiting for git.");
    } finally {
      process.destroyForcibly();
    }
  }

  private static CompletableFuture<byte[]> reading(InputStream stream) {
    return CompletableFuture.supplyAsync(() -> {
      try (stream) {
        return stream.readAllBytes();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    });
  }

  private static final class Ended {

    private final int code;
    private final byte[] out;
    private final byte[] err;

    Ended(int code, byte[] out, byte[] err) {
      this.code = code;
      this.out = out;
      this.err = err;
    }

    String text() {
      return new String(out, StandardCharsets.UTF_8);
    }

    String told() {
      return new String(err, StandardCharsets.UTF_8).lines().findFirst().orElse("no reason given");
    }
  }
}
