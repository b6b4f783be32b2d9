package app.vouch.delivery.dispatch;

import java.util.Map;

/**
 * A delivery's body, and the headers that say what it is.
 *
 * @param body the exact bytes to sign and send
 */
record Rendered(Map<String, String> headers, byte[] body) {}
