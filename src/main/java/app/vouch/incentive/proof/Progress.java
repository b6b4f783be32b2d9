package app.vouch.incentive.proof;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far a verification is.
 *
 * @param check what it is at
 * @param cursor where in it
 * @param counts rows gone through, by check
 */
record Progress(CheckKind check, @Nullable String cursor, Map<CheckKind, Long> counts) {

  /** As a job's cursor: {@code <check> <where> <counts>}. */
  static Progress parse(@Nullable String text) {
    if (text == null) {
      return new Progress(CheckKind.values()[0], null, new EnumMap<>(CheckKind.class));
    }
    String[] parts = text.split(" ", -1);
    return new Progress(
        CheckKind.valueOf(parts[0]), parts[1].isEmpty() ? null : parts[1], counts(parts[2]));
  }

  String text() {
    return "%s %s %s".formatted(check, cursor == null ? "" : cursor, countsText());
  }

  static Map<CheckKind, Long> counts(String text) {
    Map<CheckKind, Long> counts = new EnumMap<>(CheckKind.class);
    Arrays.stream(text.split(",", -1))
        .filter(part -> !part.isEmpty())
        .map(part -> part.split("=", -1))
        .forEach(part -> counts.put(CheckKind.valueOf(part[0]), Long.parseLong(part[1])));
    return counts;
  }

  String countsText() {
    return counts.entrySet().stream()
        .map(count -> count.getKey() + "=" + count.getValue())
        .collect(Collectors.joining(","));
  }

  /** With the rows of a piece. */
  Progress after(Piece piece) {
    Map<CheckKind, Long> more = new EnumMap<>(CheckKind.class);
    more.putAll(counts);
    more.merge(check, (long) piece.rows(), Long::sum);
    return new Progress(check, piece.cursor(), more);
  }

  /** Null when this was the last check. */
  @Nullable Progress next() {
    if (cursor != null) {
      return this;
    }
    CheckKind[] all = CheckKind.values();
    return check.ordinal() + 1 == all.length
        ? null
        : new Progress(all[check.ordinal() + 1], null, counts);
  }
}
