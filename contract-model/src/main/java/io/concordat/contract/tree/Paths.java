package io.concordat.contract.tree;

import java.util.regex.Pattern;

/** JSON paths, built step by step. */
public final class Paths {

  /** The whole document. */
  public static final String ROOT = "$";

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private static final Pattern LAST_ITEM = Pattern.compile("\\[[0-9]+]$");

  private Paths() {}

  /** The path of a name in a mapping; unusual names are put in brackets and quotes. */
  public static String child(String path, String name) {
    if (PLAIN.matcher(name).matches()) {
      return path + "." + name;
    }
    String shown = name.length() > 100 ? name.substring(0, 100) + "…" : name;
    return path + "['" + shown.replace("\\", "\\\\").replace("'", "\\'") + "']";
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
