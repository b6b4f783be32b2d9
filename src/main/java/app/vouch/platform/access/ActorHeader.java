package app.vouch.platform.access;

import app.vouch.shared.Refusal;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code Vouch-Actor: <system>:<id>[; name="…"]}. */
public final class ActorHeader {
  static final String NAME = "Vouch-Actor";

  private static final Pattern FORM =
      Pattern.compile(
          "([A-Za-z0-9_.-]{1,40}:[\\x21-\\x3A\\x3C-\\x7E]{1,120})(?:\\s*;\\s*name=\"([^\"]{1,120})\")?");

  /**
   * @throws Refusal.Invalid when the header is malformed
   */
  static Actor resolve(Caller caller, @Nullable String header) {
    if (header == null || !caller.mayActFor()) {
      return caller.actor();
    }
    Matcher match = FORM.matcher(header.strip());
    if (!match.matches()) {
      throw new Refusal.Invalid(
          "Vouch-Actor", "malformed", "must be <system>:<id>, optionally followed by ; name=\"…\"");
    }
    return new Actor(Actor.Type.ACTOR, match.group(1), match.group(2));
  }

  /**
   * Looks at the header before anything is done.
   *
   * @throws Refusal.Invalid when it is malformed
   */
  public static void check(RoutingContext http) {
    Caller caller = CallerIdentity.of(http);
    if (caller != null) {
      resolve(caller, http.request().getHeader(NAME));
    }
  }

  private ActorHeader() {}
}
