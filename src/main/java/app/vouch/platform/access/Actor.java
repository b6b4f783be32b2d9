package app.vouch.platform.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who did something.
 *
 * @param id the key's id, the asserted {@code system:id}, the token's subject, the party's person
 *     id, or the timer's name
 */
@Schema(name = "Actor")
@Name("Actor")
public record Actor(@NonNull Type type, @NonNull String id, @Nullable String name) {

  /** What kind of somebody. */
  @Schema(name = "ActorType")
  @Name("ActorType")
  public enum Type {
    /** The key itself; nobody was named. */
    API_KEY,
    /** A person whom the key's owner names in {@code Vouch-Actor}. */
    ACTOR,
    OIDC_USER,
    /** A connector or prospect at a public link. */
    PARTY,
    /** A timer or job. */
    SYSTEM,
    CRM
  }

  public static Actor system(String name) {
    return new Actor(Type.SYSTEM, name, null);
  }

  /** Whether a person is named, as four eyes and attested consents need. */
  @JsonIgnore
  public boolean isNamed() {
    return type == Type.ACTOR || type == Type.OIDC_USER || type == Type.CRM;
  }
}
