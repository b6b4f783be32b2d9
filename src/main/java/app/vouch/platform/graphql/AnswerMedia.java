package app.vouch.platform.graphql;

import app.vouch.shared.ProblemType;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two media types of GraphQL over HTTP, and what each says by its status. */
enum AnswerMedia {
  /** The status says whether the request was executed. */
  GRAPHQL_RESPONSE("application/graphql-response+json"),
  /** For older clients: whatever was a readable request is answered with 200. */
  JSON("application/json");

  private static final int OK = 200;
  private static final int BAD_REQUEST = ProblemType.INVALID_REQUEST.status();

  private final String type;

  AnswerMedia(String type) {
    this.type = type;
  }

  String contentType() {
    return type + "; charset=utf-8";
  }

  /**
   * @param executed whether the answer has data, even if null
   */
  int status(boolean executed) {
    return executed || this == JSON ? OK : BAD_REQUEST;
  }

  /**
   * What the caller likes best; nothing when they take neither.
   *
   * @param accept the header; absent means anything
   */
  static Optional<AnswerMedia> accepted(@Nullable String accept) {
    if (accept == null || accept.isBlank()) {
      return Optional.of(GRAPHQL_RESPONSE);
    }
    AnswerMedia best = null;
    double bestQuality = 0;
    for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = range.strip().split("\\s*;\\s*", -1);
      AnswerMedia media = matching(parts[0]);
      double quality = quality(parts);
      if (media != null && quality > bestQuality) {
        best = media;
        bestQuality = quality;
      }
    }
    return Optional.ofNullable(best);
  }

  private static @Nullable AnswerMedia matching(String range) {
    return switch (range) {
      case "application/graphql-response+json", "application/*", "*/*" -> GRAPHQL_RESPONSE;
      case "application/json" -> JSON;
      default -> null;
    };
  }

  private static double quality(String[] parts) {
    for (String part : parts) {
      if (part.matches("q=[01](\\.[0-9]{0,3})?")) {
        return Double.parseDouble(part.substring(2));
      }
    }
    return 1;
  }
}
