package app.vouch.platform.graphql;

import app.vouch.platform.work.Answer;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Mutations answer with a payload: the object, or the refusals. */
public final class Payloads {
  private static final Set<ProblemType> TOP_LEVEL =
      Set.of(ProblemType.MISSING_SCOPE, ProblemType.UNAUTHENTICATED, ProblemType.TRY_AGAIN);

  /**
   * @param payload makes the mutation's payload from the object and the errors
   */
  public static <V, P> P of(
      Supplier<Answer<V>> call, BiFunction<@Nullable V, List<UserError>, P> payload) {
    try {
      return payload.apply(call.get().view(), List.of());
    } catch (Refusal refusal) {
      if (TOP_LEVEL.contains(refusal.type())) {
        throw refusal;
      }
      return payload.apply(null, UserError.of(refusal));
    }
  }

  private Payloads() {}
}
