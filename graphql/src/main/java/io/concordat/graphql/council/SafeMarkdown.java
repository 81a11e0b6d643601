package io.concordat.graphql.council;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;

/** Markdown that anybody may have written, as HTML that can be shown to anybody. */
final class SafeMarkdown {

  /**
   * Deeper than any text that means something; a page is written by as many calls in each other.
   */
  private static final int DEEPEST = 50;

  private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(DEEPEST).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new LinksOnly())
          .build();

  private SafeMarkdown() {}

  /**
   * The HTML: markup in the text is escaped, a link goes to the web or a mail address only, and no
   * image is fetched, since that would tell its host who reads.
   */
  static String html(String markdown) {
    return RENDERER.render(PARSER.parse(markdown));
  }

  private static final class LinksOnly implements UrlSanitizer {

    private final UrlSanitizer links = new DefaultUrlSanitizer();

    @Override
    public String sanitizeLinkUrl(String url) {
      return links.sanitizeLinkUrl(url);
    }

    @Override
    public String sanitizeImageUrl(String url) {
      return "";
    }
  }
}
