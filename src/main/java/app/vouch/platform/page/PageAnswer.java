package app.vouch.platform.page;

import io.quarkus.qute.TemplateInstance;

/** What a public link answers. */
public sealed interface PageAnswer {

  /**
   * A page. Its template takes the frame as {@code frame}.
   *
   * @param content without the frame
   */
  record Page(PageFrame frame, TemplateInstance content) implements PageAnswer {}

  /**
   * Unknown, used, revoked or expired: nobody can tell which.
   *
   * @param unknown for counting only
   */
  record Closed(boolean unknown) implements PageAnswer {}

  /** It could not be done just now, and nothing was. */
  record NotNow(int status) implements PageAnswer {}
}
