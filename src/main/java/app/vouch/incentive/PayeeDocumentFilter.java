package app.vouch.incentive;

import app.vouch.shared.IdType;
import java.util.Map;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** Which payee documents a list shows; what is null does not matter. */
@Input("PayeeDocumentFilter")
public record PayeeDocumentFilter(@Id @Nullable String payeeId, @Nullable String kind) {
  static final PayeeDocumentFilter ALL = new PayeeDocumentFilter(null, null);

  public PayeeDocumentFilter {}

  String where(Map<String, Object> parameters) {
    StringBuilder where = new StringBuilder("id < :after");
    RewardFilter.add(where, parameters, "payeeId", IdType.PERSON, payeeId);
    if (kind != null) {
      where.append(" and kind = :kind");
      parameters.put("kind", kind);
    }
    return where.toString();
  }
}
