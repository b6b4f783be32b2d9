package app.vouch.platform.http;

import app.vouch.shared.ProblemType;

/**
 * A kind of problem as its own page explains it.
 *
 * @param advice what a caller does about it
 */
public record ProblemKind(String code, int status, String title, String advice) {

  static ProblemKind of(ProblemType type) {
    return new ProblemKind(type.slug(), type.status(), type.title(), advice(type));
  }

  private static String advice(ProblemType type) {
    return switch (type) {
      case UNAUTHENTICATED -> ApiKeyHint.TEXT + ".";
      case NOT_FOUND -> "Check the id. Things of other tenants look like things that do not exist.";
      case CURSOR_EXPIRED -> "Start again without a cursor; the answer names the oldest event.";
      case VERSION_MISMATCH ->
          "Read the resource again, apply the change to its present version, and send that.";
      case PRECONDITION_REQUIRED -> "Read the resource first and send its ETag as If-Match.";
      case RATE_LIMITED, TRY_AGAIN, IDEMPOTENCY_IN_PROGRESS ->
          "Wait as long as Retry-After says, then send the same request again.";
      case INTERNAL -> "It is our fault. Writes with an Idempotency-Key can be sent again safely.";
      default -> ofStatus(type.status());
    };
  }

  private static String ofStatus(int status) {
    if (status == ProblemType.MISSING_SCOPE.status()) {
      return "Use a key that may do this; the answer names the scope.";
    }
    if (status == ProblemType.TRANSITION_NOT_ALLOWED.status()) {
      return "Read the resource again and decide anew; the answer says what is possible now.";
    }
    if (status == ProblemType.UNKNOWN_REFERENCE.status()) {
      return "The request was understood, and a rule refuses it; the answer names the rule.";
    }
    return "Correct the request; sending it again as it is will fail again.";
  }
}
