package app.vouch.shared;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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

  private static final int PARTS = 4;

  public ExternalRef {}

  /**
   * From a path: four parts with colons between them, each percent-encoded, so that a part may hold
   * a colon.
   */
  public static Optional<ExternalRef> ofPath(String text) {
    String[] parts = text.split(":", -1);
    return parts.length == PARTS
        ? Optional.of(
            new ExternalRef(
                decoded(parts[0]), decoded(parts[1]), decoded(parts[2]), decoded(parts[3])))
        : Optional.empty();
  }

  /**
   * As paths are encoded, not forms: a plus sign is one. What is not encoded comes back as it is.
   */
  public static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return part;
    }
  }

  /**
   * From a query parameter: {@code system:instance:object:id}, where the id may hold colons.
   *
   * @throws Refusal.Invalid when the reference has not four parts
   */
  public static List<ExternalRef> ofParameter(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    String[] parts = text.split(":", PARTS);
    if (parts.length != PARTS) {
      throw new Refusal.Invalid("/externalRef", "malformed", "must be system:instance:object:id");
    }
    return List.of(new ExternalRef(parts[0], parts[1], parts[2], parts[3]));
  }

  /** The complete form, with the defaults filled in. */
  public ExternalRef complete(IdType resource) {
    return new ExternalRef(
        system.strip(),
        instance == null || instance.isBlank() ? "default" : instance.strip(),
        object == null || object.isBlank() ? resource.resourceName() : object.strip(),
        id.strip());
  }
}
