package app.vouch.introduction;

import app.vouch.platform.access.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may do to an introduction. Expiring and coming back from "not now" are left to the
 * clock; an answer of the party that deferred brings it back before.
 */
@Schema(name = "IntroductionAction")
@Name("IntroductionAction")
public enum CallerAction {
  CONNECTOR_ACCEPT,
  CONNECTOR_DECLINE,
  ASK_PROSPECT,
  PROSPECT_ACCEPT,
  PROSPECT_DECLINE,
  DEFER,
  INTRODUCE,
  RECORD_REPLY,
  RECORD_MEETING,
  CLOSE,
  WITHDRAW,
  CANCEL;

  IntroductionAction action() {
    return IntroductionAction.valueOf(name());
  }

  /** The scope that is needed beside {@code introductions:write}. */
  @Nullable Scope furtherScope() {
    return this == CONNECTOR_ACCEPT || this == PROSPECT_ACCEPT ? Scope.CONSENTS_RECORD : null;
  }

  /**
   * What callers may do in a state, in the order of the constants.
   *
   * @param deferredBy who may be back before the time
   */
  static List<CallerAction> allowed(IntroductionState state, @Nullable Party deferredBy) {
    Set<IntroductionAction> possible = IntroductionLifecycle.TABLE.allowed(state);
    return Arrays.stream(values())
        .filter(a -> possible.contains(a.action()) || a.answersFor(deferredBy))
        .toList();
  }

  private boolean answersFor(@Nullable Party deferredBy) {
    return deferredBy != null
        && switch (this) {
          case CONNECTOR_ACCEPT, CONNECTOR_DECLINE -> deferredBy == Party.CONNECTOR;
          case PROSPECT_ACCEPT, PROSPECT_DECLINE -> deferredBy == Party.PROSPECT;
          case DEFER -> true;
          case ASK_PROSPECT, INTRODUCE, RECORD_REPLY, RECORD_MEETING, CLOSE, WITHDRAW, CANCEL ->
              false;
        };
  }
}
