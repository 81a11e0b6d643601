package io.concordat.notification.message;

import io.concordat.notification.Digest;
import io.concordat.notification.Letter;
import io.concordat.notification.Matter;
import io.concordat.notification.Notice;
import io.concordat.notification.Reader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Letters as people read them. Plain text: nothing in it is meant to be markup. */
final class Texts {

  /** So many of those who read are named. */
  private static final int NAMED = 20;

  /** Of so many matters a digest tells. */
  private static final int MATTERS = 50;

  private Texts() {}

  /** What it is about, in one line. */
  static String headline(Letter letter) {
    return switch (letter) {
      case Notice notice ->
          notice.severity() + " " + words(notice) + cause(notice) + ": " + what(notice);
      case Digest digest -> {
        int count = digest.notices().size();
        yield "Digest: "
            + count
            + (count == 1 ? " message, " : " messages, up to ")
            + digest.severity();
      }
    };
  }

  /** All of it. */
  static String text(Letter letter) {
    return switch (letter) {
      case Notice notice -> text(notice);
      case Digest digest -> text(digest);
    };
  }

  private static String text(Notice notice) {
    return headline(notice)
        + "\n"
        + notice.summary()
        + readers(notice)
        + (notice.kind().matter() == Matter.INCIDENT ? "\nIncident " + notice.about() : "");
  }

  /** What happened to one matter stands together: the first in full, then what came of it. */
  private static String text(Digest digest) {
    Map<String, List<Notice>> matters =
        digest.notices().stream()
            .collect(
                Collectors.groupingBy(
                    notice -> notice.subject() + " " + notice.domain(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    String told =
        matters.values().stream()
            .limit(MATTERS)
            .map(Texts::matter)
            .collect(Collectors.joining("\n\n"));
    return headline(digest)
        + "\n\n"
        + told
        + (matters.size() > MATTERS ? "\n\nand " + (matters.size() - MATTERS) + " more" : "");
  }

  private static String matter(Collection<Notice> notices) {
    return notices.stream()
        .skip(1)
        .map(notice -> "\nthen " + words(notice) + cause(notice) + ", " + notice.at())
        .collect(Collectors.joining("", text(notices.iterator().next()), ""));
  }

  private static String words(Notice notice) {
    return notice.topic().replace('.', ' ');
  }

  private static String cause(Notice notice) {
    return notice.cause() == null ? "" : " (" + notice.cause().name() + ")";
  }

  private static String what(Notice notice) {
    if (notice.kind().matter() == Matter.MIGRATION) {
      return notice.about();
    }
    String owned = notice.product() == null ? notice.domain().value() : notice.product().value();
    return notice.commitment() == null ? owned : owned + ", " + notice.commitment();
  }

  /** A line of those whom it reaches; empty where nobody is named. */
  private static String readers(Notice notice) {
    List<Reader> all = notice.readers();
    if (all.isEmpty()) {
      return "";
    }
    return "\nDownstream: "
        + all.stream().limit(NAMED).map(Reader::id).collect(Collectors.joining(", "))
        + (all.size() > NAMED ? " and " + (all.size() - NAMED) + " more" : "");
  }
}
