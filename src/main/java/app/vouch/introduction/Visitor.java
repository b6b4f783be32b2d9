package app.vouch.introduction;

import org.jspecify.annotations.Nullable;

/** From where a public page was used. */
record Visitor(@Nullable String remoteAddress, @Nullable String userAgent) {
  private static final int ADDRESS_LENGTH = 45;
  private static final int AGENT_LENGTH = 400;

  Visitor {
    remoteAddress = cut(remoteAddress, ADDRESS_LENGTH);
    userAgent = cut(userAgent, AGENT_LENGTH);
  }

  private static @Nullable String cut(@Nullable String text, int length) {
    return text == null || text.length() <= length ? text : text.substring(0, length);
  }
}
