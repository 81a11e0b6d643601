package io.concordat.contract.policy;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import io.concordat.contract.SemanticVersion;
import io.concordat.contract.commitment.ServiceLevels;
import io.concordat.messages.policy.Classification;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Functions that policies have beyond CEL's own. Each takes time that grows with the length of its
 * arguments, and gives something no larger than them.
 */
enum PolicyFunctions {
  CLASSIFICATION_RANK("classificationRank", SimpleType.INT, PolicyFunctions::rank),
  SECONDS(
      "seconds",
      SimpleType.DOUBLE,
      text -> Objects.requireNonNullElse(ServiceLevels.seconds(text), PolicyFunctions.NOT_ONE)),
  PERCENT(
      "percent",
      SimpleType.DOUBLE,
      text -> Objects.requireNonNullElse(ServiceLevels.percent(text), PolicyFunctions.NOT_ONE)),
  SEMVER_MAJOR("semverMajor", SimpleType.INT, text -> part(text, SemanticVersion::major)),
  SEMVER_MINOR("semverMinor", SimpleType.INT, text -> part(text, SemanticVersion::minor)),
  SEMVER_PATCH("semverPatch", SimpleType.INT, text -> part(text, SemanticVersion::patch));

  private static final double NOT_ONE = -1.0;

  private static final List<String> CLASSIFICATIONS =
      Arrays.stream(Classification.values()).map(Enum::name).toList();

  private static final String COMPARE = "semverCompare";
  private static final String COMPARE_OVERLOAD = "semverCompare_string_string";

  private final String cel;
  private final CelType result;
  private final CelFunctionOverload.Unary<String> rule;

  PolicyFunctions(String cel, CelType result, CelFunctionOverload.Unary<String> rule) {
    this.cel = cel;
    this.result = result;
    this.rule = rule;
  }

  /** The names of all functions, in the order of the documentation. */
  static List<String> names() {
    return Stream.concat(Arrays.stream(values()).map(function -> function.cel), Stream.of(COMPARE))
        .toList();
  }

  static List<CelFunctionDecl> declarations() {
    return Stream.concat(
            Arrays.stream(values()).map(PolicyFunctions::declaration),
            Stream.of(
                CelFunctionDecl.newFunctionDeclaration(
                    COMPARE,
                    CelOverloadDecl.newGlobalOverload(
                        COMPARE_OVERLOAD, SimpleType.INT, SimpleType.STRING, SimpleType.STRING))))
        .toList();
  }

  static List<CelFunctionBinding> bindings() {
    return Stream.concat(
            Arrays.stream(values()).flatMap(function -> function.binding().stream()),
            CelFunctionBinding.fromOverloads(
                COMPARE,
                CelFunctionBinding.from(
                    COMPARE_OVERLOAD, String.class, String.class, PolicyFunctions::compare))
                .stream())
        .toList();
  }

  private CelFunctionDecl declaration() {
    return CelFunctionDecl.newFunctionDeclaration(
        cel, CelOverloadDecl.newGlobalOverload(overload(), result, SimpleType.STRING));
  }

  private Collection<CelFunctionBinding> binding() {
    return CelFunctionBinding.fromOverloads(
        cel, CelFunctionBinding.from(overload(), String.class, rule));
  }

  private String overload() {
    return cel + "_string";
  }

  /** 0 for public to 3 for restricted, in any case; -1 for anything else. */
  private static long rank(String classification) {
    return CLASSIFICATIONS.indexOf(classification.toUpperCase(Locale.ROOT));
  }

  /** A number of a semantic version; -1 where the text is none. */
  private static long part(String text, Function<SemanticVersion, BigInteger> part) {
    return SemanticVersion.parse(text).map(part).map(BigInteger::longValueExact).orElse(-1L);
  }

  /**
   * -1, 0 or 1 by the precedence of semantic versioning.
   *
   * @throws IllegalArgumentException where a text is no version
   */
  private static long compare(String left, String right) {
    return Integer.signum(SemanticVersion.of(left).comparePrecedence(SemanticVersion.of(right)));
  }
}
