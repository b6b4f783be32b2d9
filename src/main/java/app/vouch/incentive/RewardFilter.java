package app.vouch.incentive;

import app.vouch.shared.Choices;
import app.vouch.shared.IdType;
import app.vouch.shared.Refusal;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** Which rewards a list shows; what is null does not matter. */
@Input("RewardFilter")
public record RewardFilter(
    @Nullable RewardState state, @Id @Nullable String referralId, @Id @Nullable String payeeId) {
  static final RewardFilter ALL = new RewardFilter(null, null, null);

  public RewardFilter {}

  /**
   * From query parameters.
   *
   * @throws Refusal.Invalid when the state is unknown
   */
  static RewardFilter parse(
      @Nullable String state, @Nullable String referralId, @Nullable String payeeId) {
    return new RewardFilter(Choices.parse(RewardState.class, "/state", state), referralId, payeeId);
  }

  String where(Map<String, Object> parameters) {
    StringBuilder where = new StringBuilder("id < :after");
    if (state != null) {
      where.append(" and state = :state");
      parameters.put("state", state);
    }
    add(where, parameters, "referralId", IdType.REFERRAL, referralId);
    add(where, parameters, "payeeId", IdType.PERSON, payeeId);
    return where.toString();
  }

  static void add(
      StringBuilder where,
      Map<String, Object> parameters,
      String field,
      IdType type,
      @Nullable String text) {
    if (text != null) {
      UUID id = type.inBody("/" + field, text);
      where.append(" and ").append(field).append(" = :").append(field);
      parameters.put(field, id);
    }
  }
}
