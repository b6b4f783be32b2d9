package app.vouch.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table that reads well as Markdown and in a terminal: columns are padded, figures on the right.
 */
final class MarkdownTable {
  private final List<List<String>> rows = new ArrayList<>();

  MarkdownTable(String... head) {
    rows.add(List.of(head));
  }

  MarkdownTable row(String... cells) {
    if (cells.length != rows.getFirst().size()) {
      throw new IllegalArgumentException(
          "the table has %d columns, the row %s".formatted(rows.getFirst().size(), List.of(cells)));
    }
    rows.add(List.of(cells));
    return this;
  }

  /** The first column on the left, the others on the right. */
  @Override
  public String toString() {
    int[] widths =
        IntStream.range(0, rows.getFirst().size())
            .map(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElseThrow())
            .toArray();
    String rule =
        IntStream.range(0, widths.length)
            .mapToObj(i -> i == 0 ? "-".repeat(widths[i] + 2) : "-".repeat(widths[i] + 1) + ":")
            .collect(Collectors.joining("|", "|", "|\n"));
    List<String> lines = new ArrayList<>(rows.stream().map(row -> line(row, widths)).toList());
    lines.add(1, rule);
    return String.join("", lines);
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> pad(row.get(i), widths[i], i == 0))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String pad(String text, int width, boolean left) {
    char[] blanks = new char[width - text.length()];
    Arrays.fill(blanks, ' ');
    return left ? text + new String(blanks) : new String(blanks) + text;
  }
}
