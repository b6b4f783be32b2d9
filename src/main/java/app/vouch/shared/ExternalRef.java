package app.vouch.shared;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a record lives in another system. Compared by bytes, after trimming.
 *
 * @param system such as {@code salesforce}
 * @param instance the system's organisation; {@code default} when absent
 * @param object the system's word for the record; the resource's name when absent
 */
@Schema(name = "ExternalRef")
@Name("ExternalRef")
@Input("ExternalRefInput")
public record ExternalRef(
    @NotBlank @Size(max = 40) String system,
    @Size(max = 80) @Nullable String instance,
    @Size(max = 40) @Nullable String object,
    @NotBlank @Size(max = 120) String id) {

  public ExternalRef {}

  /** The complete form, with the defaults filled in. */
  public ExternalRef complete(IdType resource) {
    return new ExternalRef(
        system.strip(),
        instance == null || instance.isBlank() ? "default" : instance.strip(),
        object == null || object.isBlank() ? resource.resourceName() : object.strip(),
        id.strip());
  }
}
