package io.concordat.cli.report;

/** Workflow commands of GitHub Actions: each becomes a mark beside a line of a file. */
final class GithubFormat {

  private GithubFormat() {}

  static String write(Report report) {
    StringBuilder text = new StringBuilder();
    for (Sheet sheet : report.sheets()) {
      String problem = sheet.problem();
      if (problem != null) {
        command(text, "error", sheet.file(), null, null, sheet.outcome().word(), problem);
      }
      for (Finding finding : sheet.findings()) {
        String command =
            switch (finding.level()) {
              case ERROR -> "error";
              case WARNING -> "warning";
              case NOTE -> "notice";
            };
        command(
            text,
            command,
            sheet.file(),
            finding.line(),
            finding.column(),
            finding.rule(),
            finding.message() + " (" + finding.path() + ")");
      }
    }
    return text.append(report.summary()).append('\n').toString();
  }

  private static void command(
      StringBuilder text,
      String command,
      String file,
      @org.jspecify.annotations.Nullable Integer line,
      @org.jspecify.annotations.Nullable Integer column,
      String title,
      String message) {
    text.append("::").append(command).append(" file=").append(Escapes.githubProperty(file));
    if (line != null) {
      text.append(",line=").append(line);
      if (column != null) {
        text.append(",col=").append(column);
      }
    }
    text.append(",title=")
        .append(Escapes.githubProperty("concordat: " + title))
        .append("::")
        .append(Escapes.githubData(message))
        .append('\n');
  }
}
