package io.concordat.contract.odcs;

/** Parts that many others have. */
final class CommonShapes {

  static final Shape TAGS = Shapes.list(Shapes.TEXT);

  static final Shape CUSTOM_PROPERTIES =
      Shapes.list(
          ObjectShape.of("a custom property")
              .needs("property", Shapes.FILLED_TEXT)
              .needs("value", Shapes.ANY)
              .with("description", Shapes.TEXT)
              .with("id", Shapes.STABLE_ID_TEXT));

  static final Shape AUTHORITATIVE_DEFINITIONS =
      Shapes.list(
          ObjectShape.of("an authoritative definition")
              .needs("url", Shapes.TEXT)
              .needs("type", Shapes.TEXT)
              .with("description", Shapes.TEXT)
              .with("id", Shapes.STABLE_ID_TEXT));

  static final Shape ROLE =
      ObjectShape.of("a role")
          .needs("role", Shapes.TEXT)
          .with(Shapes.TEXT, "description", "access", "firstLevelApprovers", "secondLevelApprovers")
          .with("id", Shapes.STABLE_ID_TEXT)
          .with("customProperties", CUSTOM_PROPERTIES);

  private CommonShapes() {}
}
