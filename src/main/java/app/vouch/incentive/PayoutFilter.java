package app.vouch.incentive;

import app.vouch.shared.Choices;
import app.vouch.shared.IdType;
import app.vouch.shared.Refusal;
import java.util.Map;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** Which payouts a list shows; what is null does not matter. */
@Input("PayoutFilter")
public record PayoutFilter(@Nullable PayoutState state, @Id @Nullable String payeeId) {
  static final PayoutFilter ALL = new PayoutFilter(null, null);

  public PayoutFilter {}

  /**
   * From query parameters.
   *
   * @throws Refusal.Invalid when the state is unknown
   */
  static PayoutFilter parse(@Nullable String state, @Nullable String payeeId) {
    return new PayoutFilter(Choices.parse(PayoutState.class, "/state", state), payeeId);
  }

  String where(Map<String, Object> parameters) {
    StringBuilder where = new StringBuilder("id < :after");
    if (state != null) {
      where.append(" and state = :state");
      parameters.put("state", state);
    }
    RewardFilter.add(where, parameters, "payeeId", IdType.PERSON, payeeId);
    return where.toString();
  }
}
