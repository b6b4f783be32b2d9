package app.vouch.contract;

import java.util.Map;

/**
 * The API as a scenario sees it: operations by their names, whichever way they travel. A scenario
 * that passes on both drivers says that REST and GraphQL do the same.
 */
public interface Api {

  /**
   * Calls an operation.
   *
   * @param key the API key
   * @param operation such as {@code upsertOrganization}
   * @param input path, query and body members together, by their names; {@code idempotencyKey}
   *     travels where the protocol has it
   */
  Outcome call(String key, String operation, Map<String, ?> input);

  /** As the bootstrap key. */
  default Outcome call(String operation, Map<String, ?> input) {
    return call(app.vouch.TestApi.KEY, operation, input);
  }
}
