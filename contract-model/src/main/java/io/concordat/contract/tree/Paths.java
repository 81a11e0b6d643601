package io.concordat.contract.tree;

import java.util.regex.Pattern;

/** JSON paths, built step by step. */
public final class Paths {

  /** The whole document. */
  public static final String ROOT = "$";

  private static final Pattern LAST_ITEM = Pattern.compile("\\[[0-9]+]$");

  private Paths() {}

  /** The path of a name in a mapping; unusual names are put in brackets and quotes. */
  public static String child(String path, String name) {
    if (isPlain(name)) {
      return path + "." + name;
    }
    String shown = name.length() > 100 ? name.substring(0, 100) + "…" : name;
    return path + "['" + shown.replace("\\", "\\\\").replace("'", "\\'") + "']";
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** The path of an item in a list, counted from 0. */
  public static String item(String path, int index) {
    return path + "[" + index + "]";
  }

  /** What people call the place at the end of a path, to begin a sentence with. */
  public static String spoken(String path) {
    if (path.equals(ROOT)) {
      return "The document";
    }
    String list = LAST_ITEM.matcher(path).replaceFirst("");
    String name = list.substring(Math.max(list.lastIndexOf('.'), list.lastIndexOf('[')) + 1);
    String quoted = "'" + name.replaceAll("^'|']$", "") + "'";
    return list.length() == path.length() ? quoted : "Each entry of " + quoted;
  }
}
