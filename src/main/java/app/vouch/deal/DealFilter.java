package app.vouch.deal;

import app.vouch.shared.ExternalRef;
import app.vouch.shared.IdType;
import app.vouch.shared.Refusal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/**
 * Which deals are wanted.
 *
 * @param externalRef {@code system:instance:object:id}
 */
@Input("DealFilter")
public record DealFilter(
    @Nullable DealStatus status,
    @Id @Nullable String organizationId,
    @Nullable String externalRef) {
  /** Every deal. */
  public static final DealFilter ALL = new DealFilter(null, null, null);

  public DealFilter {}

  /**
   * From query parameters.
   *
   * @throws Refusal.Invalid when the status is unknown
   */
  static DealFilter of(
      @Nullable String status, @Nullable String organizationId, @Nullable String externalRef) {
    return new DealFilter(status == null ? null : status(status), organizationId, externalRef);
  }

  private static DealStatus status(String text) {
    for (DealStatus status : DealStatus.values()) {
      if (status.name().equals(text)) {
        return status;
      }
    }
    throw new Refusal.Invalid("/status", "unknown-value", "must be OPEN, WON or LOST");
  }

  @Nullable UUID organization() {
    return IdType.ORGANIZATION.inQuery("/organizationId", organizationId);
  }

  /**
   * @throws Refusal.Invalid when the reference has not four parts
   */
  List<ExternalRef> refs() {
    return ExternalRef.ofParameter(externalRef);
  }
}
