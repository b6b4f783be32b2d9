package app.vouch.delivery.dispatch;

import app.vouch.delivery.outbound.ClientIdentity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What shows a receiver who we are.
 *
 * @param headers secret ones
 * @param identity for the TLS handshake
 */
record Proof(Map<String, String> headers, @Nullable ClientIdentity identity) {
  static final Proof NONE = new Proof(Map.of(), null);
}
