package app.vouch.platform.graphql;

import app.vouch.shared.Refusal;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that the caller can do something about.
 *
 * @param code the same code as in REST's problems
 * @param field the path in the input, where the fault has a place
 */
public record UserError(
    @NonNull String code, @NonNull String message, @Nullable List<@NonNull String> field) {

  static List<UserError> of(Refusal refusal) {
    if (refusal.errors().isEmpty()) {
      return List.of(new UserError(refusal.type().slug(), refusal.detail(), null));
    }
    return refusal.errors().stream()
        .map(
            e ->
                new UserError(
                    refusal.type().slug(), e.pointer() + " " + e.message(), path(e.pointer())))
        .toList();
  }

  private static List<String> path(String pointer) {
    return Arrays.stream(pointer.split("/", -1)).filter(step -> !step.isEmpty()).toList();
  }
}
