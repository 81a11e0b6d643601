package io.concordat.server.probe;

import io.concordat.graphql.gateway.ProbeDesk.Probe;
import io.concordat.notification.sending.AddressGuard;
import io.concordat.notification.sending.HttpCheck;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Calendar;
import java.util.Objects;
import java.util.Properties;
import java.util.TimeZone;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Looks once at what a probe names. Thread safe; blocks for the time of the probe at most. */
@Component
@EnableConfigurationProperties(ProbeSettings.class)
class ProbeEyes implements DisposableBean {

  private static final int OK = 200;

  private final ProbeSettings settings;
  private final Clock clock;
  private final HttpCheck http;

  ProbeEyes(ProbeSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.http = new HttpCheck(new AddressGuard(settings.networks()));
  }

  /** Looks. What cannot be looked at has failed. */
  Look look(Probe probe) {
    return switch (probe.kind()) {
      case HTTP -> http(probe);
      case JDBC -> database(probe);
      case FILE -> file(probe);
    };
  }

  private Look http(Probe probe) {
    int expected = probe.status() == null ? OK : probe.status();
    URI url;
    try {
      url = URI.create(Objects.requireNonNull(probe.url()).strip());
    } catch (IllegalArgumentException none) {
      return Look.failed("the address cannot be read");
    }
    HttpCheck.Answer answer = http.get(url, Duration.ofSeconds(probe.timeoutSeconds()));
    return new Look(answer.status() == expected, null, answer.told());
  }

  private Look database(Probe probe) {
    String name = Objects.requireNonNull(probe.source());
    ProbeSettings.Source source = settings.sources().get(name);
    if (source == null || !settings.hasSource(name, probe.contract().product().domain())) {
      return Look.failed("the settings do not have the source any more");
    }
    String seconds = String.valueOf(probe.timeoutSeconds());
    Properties properties = new Properties();
    if (!source.user().isEmpty()) {
      properties.setProperty("user", source.user());
      properties.setProperty("password", source.password());
    }
    properties.setProperty("loginTimeout", seconds);
    properties.setProperty("connectTimeout", seconds);
    // The database ends a query first, and says so.
    properties.setProperty("socketTimeout", String.valueOf(probe.timeoutSeconds() + 1));
    properties.setProperty("ApplicationName", "concordat-probe");
    try (Connection connection = DriverManager.getConnection(source.url(), properties)) {
      return asked(probe, connection);
    } catch (SQLException failed) {
      // The message may tell of the address or of data.
      return Look.failed("the database says " + failed.getSQLState());
    }
  }

  private Look asked(Probe probe, Connection connection) throws SQLException {
    String query = probe.query();
    if (query == null) {
      return new Look(connection.isValid(probe.timeoutSeconds()), null, "is connected");
    }
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(probe.timeoutSeconds());
      statement.setMaxRows(1);
      // After the first statement a transaction cannot be made one that writes.
      statement.execute("select 1");
      try (ResultSet row = statement.executeQuery(query)) {
        return row.next() ? answered(probe, row) : Look.failed("the query finds no row");
      }
    } finally {
      connection.rollback();
    }
  }

  private Look answered(Probe probe, ResultSet row) throws SQLException {
    return switch (row.getObject(1)) {
      case Boolean kept -> new Look(kept, null, "the query says " + kept);
      case Timestamp _ -> {
        Timestamp time = row.getTimestamp(1, Calendar.getInstance(TimeZone.getTimeZone("UTC")));
        yield Look.aged(age(time.toInstant()), probe.oldestSeconds());
      }
      case null -> Look.failed("the query answers with null");
      default -> Look.failed("the query answers neither with a boolean nor with a time");
    };
  }

  private Look file(Probe probe) {
    String name = Objects.requireNonNull(probe.directory());
    ProbeSettings.Directory directory = settings.directories().get(name);
    if (directory == null || !settings.hasDirectory(name, probe.contract().product().domain())) {
      return Look.failed("the settings do not have the directory any more");
    }
    try {
      Path root = Path.of(directory.path()).toRealPath();
      Path file = root.resolve(Objects.requireNonNull(probe.path())).toRealPath();
      return file.startsWith(root)
          ? Look.aged(age(Files.getLastModifiedTime(file).toInstant()), probe.oldestSeconds())
          : Look.failed("the path leads out of the directory");
    } catch (NoSuchFileException | InvalidPathException none) {
      return Look.failed("there is no such file");
    } catch (IOException unread) {
      return Look.failed("the file cannot be looked at");
    }
  }

  private Duration age(Instant of) {
    return Duration.between(of, clock.instant());
  }

  @Override
  public void destroy() {
    http.close();
  }
}
