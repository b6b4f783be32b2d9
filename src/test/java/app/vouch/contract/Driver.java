package app.vouch.contract;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One way to the API: REST or GraphQL. */
interface Driver {

  /**
   * Who calls.
   *
   * @param actor the header {@code Vouch-Actor}
   */
  record Caller(String key, @Nullable String actor) {}

  Outcome call(Caller caller, String operation, Map<String, ?> input);

  /** Sends a body as it is, to where the operation is called. */
  Outcome send(Caller caller, String operation, String body);

  /** The other way. */
  Driver other();
}
