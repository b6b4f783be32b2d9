package app.vouch.directory;

import app.vouch.platform.http.MergePatch;
import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import app.vouch.shared.Emails;
import app.vouch.shared.OneLine;
import app.vouch.shared.Texts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Changes a person; what is left out stays.
 *
 * @param version the version that the caller has read
 * @param remove what is no longer known
 */
@Schema(hidden = true)
@Input("UpdatePersonInput")
public record UpdatePerson(
    @Id @NonNull @NotNull String id,
    int version,
    @Pattern(regexp = Texts.NOT_BLANK, message = "must not be blank") @OneLine @Size(max = 200)
        @Nullable String name,
    @Size(max = 320) @Pattern(regexp = Emails.PATTERN) @Nullable String email,
    @Size(min = 3, max = 40) @Nullable String phone,
    @Id @Nullable String organizationId,
    @Pattern(regexp = Texts.COUNTRY) @Nullable String country,
    @Size(max = 4) @Nullable List<@NonNull @NotNull PersonField> remove,
    @Nullable String idempotencyKey)
    implements Command, OnResource {

  public UpdatePerson {}

  static UpdatePerson of(String id, int version, MergePatch<PersonPatch> patch) {
    PersonPatch fields = patch.removingOnly(name -> !name.equals("name")).fields();
    List<PersonField> removed =
        Arrays.stream(PersonField.values())
            .filter(field -> patch.removed().contains(field.member()))
            .toList();
    return new UpdatePerson(
        id,
        version,
        fields.name(),
        fields.email(),
        fields.phone(),
        fields.organizationId(),
        fields.country(),
        removed.isEmpty() ? null : removed,
        null);
  }

  boolean removes(PersonField field) {
    return remove != null && remove.contains(field);
  }
}
