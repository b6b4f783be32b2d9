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
public record PayoutFilter(
    @Nullable PayoutState state, @Id @Nullable String payeeId, @Id @Nullable String batchId) {
  static final PayoutFilter ALL = new PayoutFilter(null, null, null);

  public PayoutFilter {}

  /**
   * From query parameters.
   *
   * @throws Refusal.Invalid when the state is unknown
   */
  static PayoutFilter parse(
      @Nullable String state, @Nullable String payeeId, @Nullable String batchId) {
    return new PayoutFilter(Choices.parse(PayoutState.class, "/state", state), payeeId, batchId);
  }

  String where(Map<String, Object> parameters) {
    StringBuilder where = new StringBuilder("id < :after");
    if (state != null) {
      where.append(" and state = :state");
      parameters.put("state", state);
    }
    RewardFilter.add(where, parameters, "payeeId", IdType.PERSON, payeeId);
    RewardFilter.add(where, parameters, "batchId", IdType.PAYOUT_BATCH, batchId);
    return where.toString();
  }
}
