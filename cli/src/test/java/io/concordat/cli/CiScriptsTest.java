package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.concordat.cli.FakeServer.Answer;
import io.concordat.cli.FakeServer.Asked;
import io.concordat.cli.Scripts.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The scripts of {@code ci/} in a git repository, against a site that remembers its comments. */
class CiScriptsTest {

  private static final Path CI = Scripts.root().resolve("ci");

  @TempDir Path directory;
  private final Map<String, String> environment = new TreeMap<>();
  private Path comment;

  @BeforeEach
  void repository() throws Exception {
    Path repository = Files.createDirectories(directory.resolve("repository"));
    comment = directory.resolve("comment.md");
    Path jar = Scripts.jar(directory.resolve("cli.jar"));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    environment.put(
        "CONCORDAT_COMMAND",
        Scripts.script(
                directory.resolve("concordat"),
                "#!/usr/bin/env bash\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s' io.concordat.cli.Main \"$@\"\n"
                    .formatted(java, jar))
            .toString());
    environment.put("XDG_CONFIG_HOME", directory.resolve("config").toString());
    environment.put("CONCORDAT_SERVER", "");
    Files.writeString(repository.resolve("daily.odcs.yaml"), Contracts.GOOD);
    run("git", "init", "-q", "-b", "main");
    run("git", "config", "user.email", "test@concordat.invalid");
    run("git", "config", "user.name", "test");
    run("git", "add", "-A");
    run("git", "commit", "-qm", "start");
  }

  @Test
  void aFineChangeIsFine() throws Exception {
    Ended ended = run(CI.resolve("judge").toString(), comment.toString(), "main");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(Files.readString(comment))
        .startsWith("<!-- concordat -->\n## Concordat: lint")
        .contains("## Concordat: diff")
        .containsOnlyOnce("<!-- concordat -->");
  }

  @Test
  void aBreakIsCommentedWithTheVersionToGiveAndAnnotated() throws Exception {
    write(Contracts.GOOD.replace("name: amount", "name: total"));
    environment.put("CONCORDAT_ANNOTATE", "github");

    Ended ended = run(CI.resolve("judge").toString(), comment.toString(), "main", ".");

    assertThat(ended.code()).as(ended.err()).isEqualTo(1);
    assertThat(Files.readString(comment)).contains("**breaking**").contains("2.0.0");
    assertThat(ended.out()).contains("::error file=daily.odcs.yaml,line=");
  }

  @Test
  void whatCannotBeComparedIsNeverFine() throws Exception {
    Ended ended = run(CI.resolve("judge").toString(), comment.toString(), "nowhere");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(Files.readString(comment)).contains("It ended with exit code 2");

    write(Contracts.BAD);
    assertThat(run(CI.resolve("judge").toString(), comment.toString(), "main").code()).isEqualTo(2);
    assertThat(run(CI.resolve("judge").toString()).code()).isEqualTo(2);
  }

  @Test
  void whatIsNamedIsJudgedBeItHiddenOrOfAnotherName() throws Exception {
    Path hidden = Files.createDirectories(directory.resolve("repository/.contracts"));
    Files.writeString(hidden.resolve("bad.odcs.yaml"), Contracts.BAD);
    Files.writeString(directory.resolve("repository/bad.yaml"), Contracts.BAD);
    for (String named : List.of(".contracts", "bad.yaml")) {
      run(CI.resolve("judge").toString(), comment.toString(), "main", named);
      assertThat(Files.readString(comment)).as(named).contains("## Concordat: lint");
    }
  }

  @Test
  void whatTheSearchPassesByIsNotToldAsRemoved() throws Exception {
    for (String passedBy : List.of(".hidden", "node_modules/library")) {
      Path there = Files.createDirectories(directory.resolve("repository").resolve(passedBy));
      Files.writeString(
          there.resolve("other.odcs.yaml"),
          Contracts.GOOD.replace("payments/settlements/daily", "payments/settlements/other"));
    }
    run("git", "add", "-Af");
    run("git", "commit", "-qm", "more");

    Ended ended = run(CI.resolve("judge").toString(), comment.toString(), "main");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(Files.readString(comment)).doesNotContain("contract-removed");
  }

  @Test
  void theLastContractMayGoAndIsToldAsABreak() throws Exception {
    Files.delete(directory.resolve("repository/daily.odcs.yaml"));

    Ended ended = run(CI.resolve("judge").toString(), comment.toString(), "main");

    assertThat(ended.code()).as(ended.err()).isEqualTo(1);
    assertThat(Files.readString(comment)).contains("contract-removed");
  }

  @Test
  void theActionFetchesWhatAShallowCloneLacks() throws Exception {
    run("git", "checkout", "-qb", "change");
    write(Contracts.GOOD.replace("name: amount", "name: total"));
    run("git", "commit", "-qam", "change");
    String origin = directory.resolve("repository").toUri().toString();
    run("git", "clone", "-q", "--depth=1", "--branch=change", origin, directory + "/clone");
    Path clone = directory.resolve("clone");
    assertThat(
            Scripts.run(clone, environment, List.of("git", "cat-file", "-e", "main^{commit}"))
                .code())
        .as("the clone does not have main yet")
        .isNotZero();
    String action = Files.readString(CI.resolve("github/action.yml"));
    String step = action.substring(action.indexOf("- id: judge"));
    String script = step.substring(step.indexOf("run: |") + 7, step.indexOf("\n    - if:"));
    Path output = Files.createFile(directory.resolve("output"));
    Path summary = Files.createFile(directory.resolve("summary"));
    environment.put("GITHUB_ACTION_PATH", CI.resolve("github").toString());
    environment.put("GITHUB_OUTPUT", output.toString());
    environment.put("GITHUB_STEP_SUMMARY", summary.toString());
    environment.put("RUNNER_TEMP", directory.toString());
    environment.put("INPUT_FILES", ".");
    environment.put("INPUT_AGAINST", "main");

    Ended ended = Scripts.run(clone, environment, List.of("bash", "-e", "-c", script));

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(Files.readString(output)).isEqualTo("exit-code=1\n");
    assertThat(Files.readString(summary)).contains("**breaking**").contains("2.0.0");
  }

  @Test
  void aCommentIsWrittenOnceAndThenChangedInPlaceOnGithub() throws Exception {
    needsTools();
    try (Site site = new Site("github-actions[bot]")) {
      environment.put("GITHUB_API_URL", site.address());
      environment.put("GITHUB_REPOSITORY", "acme/data");
      environment.put("PULL_REQUEST", "7");
      environment.put("GITHUB_TOKEN", "secret-token");
      site.add("stranger", "<!-- concordat --> mine");
      run(CI.resolve("judge").toString(), comment.toString(), "main");

      for (int i = 0; i < 2; i++) {
        Ended ended = run(CI.resolve("comment").toString(), "github", comment.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out() + ended.err()).doesNotContain("secret-token");
      }

      assertThat(site.methods()).containsExactly("GET", "GET", "POST", "GET", "GET", "PATCH");
      assertThat(site.paths())
          .containsExactly(
              "/user",
              "/repos/acme/data/issues/7/comments",
              "/repos/acme/data/issues/7/comments",
              "/user",
              "/repos/acme/data/issues/7/comments",
              "/repos/acme/data/issues/comments/2");
      assertThat(site.bodies()).hasSize(2).last().isEqualTo(Files.readString(comment));
      assertThat(site.authorizations()).containsOnly("Bearer secret-token");
    }
  }

  @Test
  void aNoteIsWrittenOnceAndThenChangedInPlaceOnGitlab() throws Exception {
    needsTools();
    try (Site site = new Site("project_42_bot")) {
      environment.put("CI_API_V4_URL", site.address() + "/api/v4");
      environment.put("CI_PROJECT_ID", "42");
      environment.put("CI_MERGE_REQUEST_IID", "7");
      environment.put("GITLAB_TOKEN", "secret-token");
      site.add("stranger", "<!-- concordat --> mine");
      for (int i = 1; i < 120; i++) {
        site.add("stranger", "talk " + i);
      }
      run(CI.resolve("judge").toString(), comment.toString(), "main");

      for (int i = 0; i < 2; i++) {
        assertThat(run(CI.resolve("comment").toString(), "gitlab", comment.toString()).code())
            .isZero();
      }

      assertThat(site.methods())
          .containsExactly("GET", "GET", "GET", "POST", "GET", "GET", "GET", "PUT");
      assertThat(site.paths()).last().asString().endsWith("/merge_requests/7/notes/121");
    }
  }

  @Test
  void aTokenOfAUserChangesThatUsersCommentAlone() throws Exception {
    needsTools();
    try (Site site = new Site("someone")) {
      environment.put("GITHUB_API_URL", site.address());
      environment.putAll(
          Map.of("GITHUB_REPOSITORY", "a/b", "PULL_REQUEST", "1", "GITHUB_TOKEN", "secret-token"));
      site.add("github-actions[bot]", "<!-- concordat --> of a job");
      site.add("someone", "<!-- concordat --> of the user");
      run(CI.resolve("judge").toString(), comment.toString(), "main");

      assertThat(run(CI.resolve("comment").toString(), "github", comment.toString()).code())
          .isZero();
      assertThat(site.paths()).last().asString().endsWith("/issues/comments/2");
      environment.put("CONCORDAT_COMMENT_AUTHOR", "github-actions[bot]");
      assertThat(run(CI.resolve("comment").toString(), "github", comment.toString()).code())
          .isZero();
      assertThat(site.paths()).last().asString().endsWith("/issues/comments/1");
    }
  }

  @Test
  void aSiteThatRefusesIsExitCode3() throws Exception {
    needsTools();
    environment.putAll(
        Map.of("GITHUB_REPOSITORY", "a/b", "PULL_REQUEST", "1", "GITHUB_TOKEN", "secret-token"));
    run(CI.resolve("judge").toString(), comment.toString(), "main");
    for (Answer answer :
        List.of(
            Answer.of(403, "{}"), Answer.of(200, "{}"), new Answer(302, "", "http://x.invalid"))) {
      try (FakeServer site = new FakeServer(_ -> answer)) {
        environment.put("GITHUB_API_URL", site.address());
        Ended ended = run(CI.resolve("comment").toString(), "github", comment.toString());
        assertThat(ended.code()).as(answer + ended.out()).isEqualTo(3);
      }
    }
    environment.put("GITHUB_API_URL", "http://example.invalid");
    assertThat(run(CI.resolve("comment").toString(), "github", comment.toString()).code())
        .isEqualTo(2);
    assertThat(run(CI.resolve("comment").toString(), "sourcehut", comment.toString()).code())
        .isEqualTo(2);
    Files.writeString(comment, "something else");
    assertThat(run(CI.resolve("comment").toString(), "github", comment.toString()).code())
        .isEqualTo(2);
  }

  private void write(String document) throws IOException {
    Files.writeString(directory.resolve("repository/daily.odcs.yaml"), document);
  }

  private Ended run(String... command) throws IOException, InterruptedException {
    return Scripts.run(directory.resolve("repository"), environment, List.of(command));
  }

  private void needsTools() throws Exception {
    Ended found = run("bash", "-c", "command -v curl && command -v jq");
    assumeTrue(found.code() == 0, "curl and jq are needed to comment, and are not installed here");
  }

  /** Comments of one request, in the API of either site. */
  private static final class Site implements AutoCloseable {

    private final String author;
    private final List<Map<String, Object>> comments = new ArrayList<>();
    private final FakeServer server;

    Site(String author) throws IOException {
      this.author = author;
      this.server = new FakeServer(this::answer);
    }

    synchronized void add(String login, String body) {
      comments.add(
          new TreeMap<>(
              Map.of(
                  "id",
                  comments.size() + 1,
                  "body",
                  body,
                  "user",
                  Map.of("login", login),
                  "author",
                  Map.of("username", login))));
    }

    private synchronized Answer answer(Asked asked) {
      if (asked.path().endsWith("/user")) {
        // The token of a GitHub job may not ask who it is.
        return author.equals("github-actions[bot]")
            ? Answer.of(403, "{}")
            : Answer.of(
                200,
                JsonMapper.shared()
                    .writeValueAsString(
                        Map.of(asked.path().startsWith("/api/v4") ? "username" : "login", author)));
      }
      if (asked.method().equals("GET")) {
        int page =
            asked.query() == null ? 1 : Integer.parseInt(asked.query().replaceAll(".*&page=", ""));
        List<Map<String, Object>> shown =
            comments.subList(
                Math.min(comments.size(), (page - 1) * 100), Math.min(comments.size(), page * 100));
        return Answer.of(200, JsonMapper.shared().writeValueAsString(shown));
      }
      String body = JsonMapper.shared().readTree(asked.body()).path("body").asString();
      if (asked.method().equals("POST")) {
        add(author, body);
        return Answer.of(201, "{}");
      }
      int id = Integer.parseInt(asked.path().substring(asked.path().lastIndexOf('/') + 1));
      comments.get(id - 1).put("body", body);
      return Answer.of(200, "{}");
    }

    String address() {
      return server.address();
    }

    List<String> methods() {
      return server.asked().stream().map(Asked::method).toList();
    }

    List<String> paths() {
      return server.asked().stream().map(Asked::path).toList();
    }

    List<String> authorizations() {
      return server.asked().stream().map(Asked::authorization).toList();
    }

    List<String> bodies() {
      return server.asked().stream()
          .filter(asked -> !asked.method().equals("GET"))
          .map(asked -> JsonMapper.shared().readTree(asked.body()))
          .map((JsonNode node) -> node.path("body").asString())
          .toList();
    }

    @Override
    public void close() {
      server.close();
    }
  }
}
