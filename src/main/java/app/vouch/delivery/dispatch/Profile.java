package app.vouch.delivery.dispatch;

import app.vouch.delivery.EndpointOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What deliveries to an endpoint need beside their event.
 *
 * @param sealedCredential the authentication's secret; null where there is none
 * @param sealedKeys the newest first
 */
record Profile(
    EndpointOptions options, byte @Nullable [] sealedCredential, List<SigningKey> sealedKeys) {
  static final Profile USUAL = new Profile(EndpointOptions.USUAL, null, List.of());
}
