package app.vouch.delivery;

import app.vouch.shared.FieldError;
import app.vouch.shared.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an endpoint's options have to keep beyond their form. */
final class EndpointRules {
  private static final Duration LONGEST_DELAY = Duration.ofDays(7);

  /** Members of every event. */
  private static final Set<String> SOURCES =
      Set.of(
          "id",
          "type",
          "timestamp",
          "apiVersion",
          "live",
          "tenantId",
          "sequence",
          "resource",
          "data",
          "changes",
          "cause",
          "erasedAt");

  /** What HTTP, the signature or the authentication decides; RFC 9110 and Standard Webhooks. */
  private static final Set<String> TAKEN =
      Set.of(
          "authorization",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "cookie",
          "date",
          "expect",
          "forwarded",
          "host",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "user-agent",
          "via");

  private static final List<String> TAKEN_BEGINNINGS =
      List.of("webhook-", "ce-", "proxy-", "x-forwarded-", "sec-");

  /**
   * @throws Refusal.Invalid naming everything that is wrong
   */
  static void check(EndpointOptions options) {
    List<FieldError> errors = new ArrayList<>();
    checkFields(options.payload(), errors);
    checkHeaders(options, errors);
    checkSchedule(options.retrySchedule(), errors);
    if (!errors.isEmpty()) {
      throw new Refusal.Invalid(errors);
    }
  }

  private static void checkFields(WebhookPayload payload, List<FieldError> errors) {
    List<PayloadField> fields = payload.fields() == null ? List.of() : payload.fields();
    Set<String> targets = new HashSet<>();
    for (int i = 0; i < fields.size(); i++) {
      PayloadField field = fields.get(i);
      String at = "/payload/fields/%d".formatted(i);
      if ((field.from() == null) == (field.value() == null)) {
        errors.add(new FieldError(at, "required", "needs either from or value"));
      } else if (field.from() != null) {
        checkSource(field.from(), payload.leavesOutData(), at + "/from", errors);
      }
      for (String target : targets) {
        if ((field.to() + '.').startsWith(target + '.')
            || (target + '.').startsWith(field.to() + '.')) {
          errors.add(
              new FieldError(
                  at + "/to", "duplicate", "cannot stand beside \"%s\"".formatted(target)));
          break;
        }
      }
      targets.add(field.to());
    }
  }

  private static void checkSource(
      String from, boolean thin, String pointer, List<FieldError> errors) {
    String first = from.substring(1).split("/", 2)[0];
    if (!SOURCES.contains(first)) {
      errors.add(
          new FieldError(
              pointer,
              "unknown",
              "begins with /%s; an event has %s"
                  .formatted(first, SOURCES.stream().sorted().toList())));
    } else if (thin && first.equals("data")) {
      errors.add(new FieldError(pointer, "conflict", "is empty in a thin body"));
    }
  }

  private static void checkHeaders(EndpointOptions options, List<FieldError> errors) {
    Set<String> names = new HashSet<>();
    WebhookAuthenticationView authentication = options.authentication();
    if (authentication.headerName() != null) {
      String name = lower(authentication.headerName());
      names.add(name);
      if (isTaken(name) && !name.equals("authorization")) {
        errors.add(taken("/authentication/headerName", authentication.headerName()));
      }
    }
    for (int i = 0; i < options.headers().size(); i++) {
      String name = options.headers().get(i).name();
      String pointer = "/headers/%d/name".formatted(i);
      if (lower(name).equals("authorization")) {
        errors.add(
            new FieldError(pointer, "forbidden", "holds a secret; use authentication for it"));
      } else if (isTaken(lower(name))) {
        errors.add(taken(pointer, name));
      } else if (!names.add(lower(name))) {
        errors.add(new FieldError(pointer, "duplicate", "\"%s\" is set twice".formatted(name)));
      }
    }
  }

  private static FieldError taken(String pointer, String name) {
    return new FieldError(
        pointer, "forbidden", "\"%s\" is decided by HTTP or by Vouch".formatted(name));
  }

  private static boolean isTaken(String name) {
    return TAKEN.contains(name) || TAKEN_BEGINNINGS.stream().anyMatch(name::startsWith);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static void checkSchedule(List<String> schedule, List<FieldError> errors) {
    for (int i = 0; i < schedule.size(); i++) {
      boolean fits =
          Durations.parse(schedule.get(i)).filter(d -> d.compareTo(LONGEST_DELAY) <= 0).isPresent();
      if (!fits) {
        errors.add(
            new FieldError(
                "/retrySchedule/%d".formatted(i),
                "malformed",
                "must be a duration from PT0S to P7D, such as PT5M"));
      }
    }
  }

  private EndpointRules() {}
}
