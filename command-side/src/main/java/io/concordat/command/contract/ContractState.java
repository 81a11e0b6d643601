package io.concordat.command.contract;

import io.concordat.command.contract.Version.Judged;
import io.concordat.command.contract.Version.Standing;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about a contract depends on. Of all documents only that of the latest release is
 * part of it, to compare the next one with; events keep the others.
 */
sealed interface ContractState {

  /** All published versions, ascending; empty before the first. */
  List<Version> versions();

  /** What the next version is compared with; null before the first. */
  @Nullable LatestRelease latestRelease();

  /** No version has passed the gate yet; some may have failed. */
  record Unpublished() implements ContractState {

    @Override
    public List<Version> versions() {
      return List.of();
    }

    @Override
    public @Nullable LatestRelease latestRelease() {
      return null;
    }
  }

  /**
   * At least one version has passed the gate.
   *
   * @param versions each higher than the one before; not empty
   */
  record Published(List<Version> versions, LatestRelease latestRelease) implements ContractState {

    public Published {
      versions = List.copyOf(versions);
    }

    /** The highest version. */
    Version latest() {
      return versions.getLast();
    }
  }

  /** The version of this number as text; empty where there is none. */
  default Optional<Version> version(String number) {
    return versions().stream().filter(version -> version.isNumbered(number)).findFirst();
  }

  /** The state after one more version, higher than all others, was published. */
  default ContractState with(Version published, String document) {
    return new Published(
        Stream.concat(versions().stream(), Stream.of(published)).toList(),
        LatestRelease.after(latestRelease(), published.number(), document));
  }

  /**
   * The state after a version has come to another point of its life.
   *
   * @throws IllegalStateException where no such version was published
   */
  default ContractState with(String number, Standing standing) {
    return changed(number, version -> version.with(standing));
  }

  /**
   * The state after a version was judged again.
   *
   * @throws IllegalStateException where no such version was published
   */
  default ContractState with(String number, Judged judged) {
    return changed(number, version -> version.with(judged));
  }

  private ContractState changed(String number, UnaryOperator<Version> change) {
    LatestRelease latest = latestRelease();
    if (latest == null || version(number).isEmpty()) {
      throw new IllegalStateException("The stream tells of the unpublished version " + number);
    }
    return new Published(
        versions().stream()
            .map(version -> version.isNumbered(number) ? change.apply(version) : version)
            .toList(),
        latest);
  }
}
