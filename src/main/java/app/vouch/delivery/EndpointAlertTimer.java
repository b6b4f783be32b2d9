package app.vouch.delivery;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/**
 * Which mail a timer is for.
 *
 * @param at when it was to be told
 * @param failures how often the mail server did not take it
 */
record EndpointAlertTimer(EndpointAlert alert, Instant at, int failures) {

  static EndpointAlertTimer parse(String which) {
    Iterator<String> parts = List.of(which.split("-", -1)).iterator();
    return new EndpointAlertTimer(
        EndpointAlert.valueOf(parts.next()),
        Instant.ofEpochMilli(Long.parseLong(parts.next())),
        Integer.parseInt(parts.next()));
  }

  String which() {
    return "%s-%d-%d".formatted(alert, at.toEpochMilli(), failures);
  }

  EndpointAlertTimer failed() {
    return new EndpointAlertTimer(alert, at, failures + 1);
  }
}
