package app.vouch.platform.due;

import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/**
 * Which items are wanted; what is absent does not matter.
 *
 * @param overdue true: only what is late by now; false: only what is not
 */
@Input("DueItemFilter")
public record DueItemFilter(@Nullable DueKind kind, @Nullable Boolean overdue) {
  static final DueItemFilter NONE = new DueItemFilter(null, null);
}
