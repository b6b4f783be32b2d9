package app.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a call came to.
 *
 * @param view the resource; null for a refusal and for a list
 * @param items the resources of a list
 * @param next the cursor of the next page
 * @param code the refusal's code; null when it worked
 * @param fields the input's fields at fault, such as {@code prospect/email}
 * @param replayed whether it was a stored answer
 */
public record Outcome(
    @Nullable Map<String, Object> view,
    List<Map<String, Object>> items,
    @Nullable String next,
    @Nullable String code,
    List<String> fields,
    boolean replayed) {

  static Outcome of(Map<String, Object> view, boolean replayed) {
    return new Outcome(view, List.of(), null, null, List.of(), replayed);
  }

  static Outcome list(List<Map<String, Object>> items, @Nullable String next) {
    return new Outcome(null, items, next, null, List.of(), false);
  }

  static Outcome refused(String code, List<String> fields) {
    return new Outcome(null, List.of(), null, code, fields, false);
  }

  /** The resource, which must be there. */
  public Map<String, Object> ok() {
    assertThat(code).as("refused, fields %s", fields).isNull();
    return Objects.requireNonNull(view);
  }

  /** A text of the resource. */
  public String text(String member) {
    return String.valueOf(ok().get(member));
  }
}
