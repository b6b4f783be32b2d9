package app.vouch.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How long to measure, and what.
 *
 * @param rounds pairs of service and floor for each figure
 * @param measured how long one half of a pair is measured
 * @param warmUp how long it runs before that
 */
record BenchSettings(int rounds, Duration measured, Duration warmUp, Set<Part> parts) {
  static final List<Integer> CALLERS = List.of(1, 8, 32);

  private static final int PAIRS = 5;

  /** What can be measured on its own. */
  enum Part {
    CAPTURE,
    READS,
    OPTIN,
    TIMERS,
    START
  }

  /**
   * @param environment {@code BENCH_ROUNDS}, {@code BENCH_SECONDS}, and {@code BENCH_ONLY} with
   *     commas between its parts
   */
  static BenchSettings from(Map<String, String> environment) {
    int rounds = positive(environment, "BENCH_ROUNDS", PAIRS);
    int seconds = positive(environment, "BENCH_SECONDS", 4);
    return new BenchSettings(
        rounds,
        Duration.ofSeconds(seconds),
        Duration.ofSeconds(1),
        parts(environment.getOrDefault("BENCH_ONLY", "")));
  }

  /** Whether the document may state the figures: all of them, each of enough pairs. */
  boolean forTheDocument() {
    return parts.equals(EnumSet.allOf(Part.class)) && rounds >= PAIRS;
  }

  private static int positive(Map<String, String> environment, String name, int otherwise) {
    String text = environment.getOrDefault(name, Integer.toString(otherwise));
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException("%s is %s; set a number from 1".formatted(name, text));
    }
    return Integer.parseInt(text);
  }

  private static Set<Part> parts(String text) {
    if (text.isBlank()) {
      return EnumSet.allOf(Part.class);
    }
    Set<Part> parts = EnumSet.noneOf(Part.class);
    for (String name : text.split(",", -1)) {
      parts.add(
          Arrays.stream(Part.values())
              .filter(part -> part.name().equals(name.strip().toUpperCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "BENCH_ONLY names %s; it takes capture, reads, optin, timers, start"
                              .formatted(name))));
    }
    return parts;
  }
}
