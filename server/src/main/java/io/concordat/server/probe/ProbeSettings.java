package io.concordat.server.probe;

import io.concordat.messages.mesh.DomainId;
import io.concordat.notification.sending.Network;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What probes may look at, and how many at a time.
 *
 * @param sources databases by name
 * @param directories directories by name
 * @param allowedNetworks networks that are called although they are not public, and without HTTPS
 * @param atATime looks at the same time on one node
 * @param shortest the shortest pause between two looks of a probe
 * @param pause between two searches for what is due
 */
@ConfigurationProperties("concordat.probes")
record ProbeSettings(
    @DefaultValue Map<String, Source> sources,
    @DefaultValue Map<String, Directory> directories,
    @DefaultValue List<String> allowedNetworks,
    @DefaultValue("16") int atATime,
    @DefaultValue("10s") Duration shortest,
    @DefaultValue("1s") Duration pause) {

  ProbeSettings {
    if (atATime < 1 || !shortest.isPositive() || !pause.isPositive()) {
      throw new IllegalArgumentException("concordat.probes: numbers and times are positive");
    }
  }

  /**
   * A database. Its text form tells neither address nor password.
   *
   * @param url such as {@code jdbc:postgresql://db.example/warehouse}
   * @param domains whose contracts may use it; empty for all
   */
  record Source(
      String url,
      @DefaultValue("") String user,
      @DefaultValue("") String password,
      @DefaultValue List<String> domains) {

    Source {
      if (!url.startsWith("jdbc:postgresql:")) {
        throw new IllegalArgumentException(
            "concordat.probes.sources: an url begins with jdbc:postgresql:");
      }
    }

    @Override
    public String toString() {
      return "Source";
    }
  }

  /**
   * A directory.
   *
   * @param domains whose contracts may use it; empty for all
   */
  record Directory(String path, @DefaultValue List<String> domains) {}

  /** Whether a domain may use a source. */
  boolean hasSource(String name, DomainId domain) {
    Source source = sources.get(name);
    return source != null && permits(source.domains(), domain);
  }

  /** Whether a domain may use a directory. */
  boolean hasDirectory(String name, DomainId domain) {
    Directory directory = directories.get(name);
    return directory != null && permits(directory.domains(), domain);
  }

  private static boolean permits(List<String> domains, DomainId domain) {
    return domains.isEmpty() || domains.contains(domain.value());
  }

  List<Network> networks() {
    return allowedNetworks.stream().map(Network::of).toList();
  }
}
