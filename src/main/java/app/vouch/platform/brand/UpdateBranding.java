package app.vouch.platform.brand;

import app.vouch.platform.http.MergePatch;
import app.vouch.platform.work.Command;
import app.vouch.shared.Language;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Changes how the tenant shows itself; what is left out stays.
 *
 * @param version the version that the caller has read
 * @param color {@code #rrggbb} with a contrast of at least 4.5:1 against white
 * @param remove what has its default again
 */
@Schema(hidden = true)
@Input("UpdateBrandingInput")
public record UpdateBranding(
    int version,
    @Size(min = 1, max = 120) @Pattern(regexp = ".*\\S.*") @Nullable String name,
    @Pattern(regexp = BrandColor.PATTERN, message = "must be a colour such as #2f5fb3")
        @Nullable String color,
    @Size(max = 500) @Pattern(regexp = HttpsUrl.PATTERN, message = HttpsUrl.MESSAGE)
        @Nullable String logoUrl,
    @Nullable Language defaultLanguage,
    @Size(max = 500) @Pattern(regexp = HttpsUrl.PATTERN, message = HttpsUrl.MESSAGE)
        @Nullable String privacyNoticeUrl,
    @Size(max = 5) @Nullable List<@NonNull @NotNull BrandingField> remove,
    @Nullable String idempotencyKey)
    implements Command {

  public UpdateBranding {}

  static UpdateBranding of(int version, MergePatch<BrandingPatch> patch) {
    BrandingPatch fields = patch.fields();
    List<BrandingField> removed =
        Arrays.stream(BrandingField.values())
            .filter(field -> patch.removed().contains(field.member()))
            .toList();
    return new UpdateBranding(
        version,
        fields.name(),
        fields.color(),
        fields.logoUrl(),
        fields.defaultLanguage(),
        fields.privacyNoticeUrl(),
        removed.isEmpty() ? null : removed,
        null);
  }

  boolean removes(BrandingField field) {
    return remove != null && remove.contains(field);
  }
}
