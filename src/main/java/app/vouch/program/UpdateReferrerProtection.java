package app.vouch.program;

import app.vouch.platform.http.MergePatch;
import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import app.vouch.shared.MoneyView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Changes what protects a referrer from being asked too often; what is left out stays.
 *
 * @param id the referrer
 * @param version the version that the caller has read; 0 where nothing was ever set
 * @param coolDown ISO 8601
 * @param noGoOrganizations replaces all that were there
 * @param remove where the program's rule counts again
 */
@Schema(hidden = true)
@Input("UpdateReferrerProtectionInput")
public record UpdateReferrerProtection(
    @Id @NonNull @NotNull String id,
    int version,
    @Min(0) @Max(1000) @Nullable Integer asksPer90Days,
    @Size(max = 40) @Nullable String coolDown,
    @Valid @Nullable MoneyView dealFloor,
    @Size(max = 200) @Nullable List<@NonNull @NotNull String> noGoOrganizations,
    @Nullable Instant pausedUntil,
    @Nullable ContactChannel preferredChannel,
    @Size(max = 6) @Nullable List<@NonNull @NotNull ReferrerProtectionField> remove,
    @Nullable String idempotencyKey)
    implements Command, OnResource {

  public UpdateReferrerProtection {}

  static UpdateReferrerProtection of(
      String id, int version, MergePatch<ReferrerProtectionPatch> patch) {
    ReferrerProtectionPatch fields = patch.fields();
    List<ReferrerProtectionField> removed =
        Arrays.stream(ReferrerProtectionField.values())
            .filter(field -> patch.removed().contains(field.member()))
            .toList();
    return new UpdateReferrerProtection(
        id,
        version,
        fields.asksPer90Days(),
        fields.coolDown(),
        fields.dealFloor(),
        fields.noGoOrganizations(),
        fields.pausedUntil(),
        fields.preferredChannel(),
        removed.isEmpty() ? null : removed,
        null);
  }

  boolean removes(ReferrerProtectionField field) {
    return remove != null && remove.contains(field);
  }
}
