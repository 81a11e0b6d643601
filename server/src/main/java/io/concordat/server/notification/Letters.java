package io.concordat.server.notification;

import io.concordat.notification.Digest;
import io.concordat.notification.Letter;
import io.concordat.notification.Notice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Letters as they are kept. */
final class Letters {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Letters() {}

  static String write(Letter letter) {
    return JSON.writeValueAsString(letter);
  }

  /** A digest is told by what it holds. */
  static Letter read(String text) {
    JsonNode json = JSON.readTree(text);
    Class<? extends Letter> type = json.has("notices") ? Digest.class : Notice.class;
    return JSON.treeToValue(json, type);
  }
}
