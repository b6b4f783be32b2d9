package app.vouch.delivery.dispatch;

import app.vouch.delivery.Band;
import java.util.UUID;

/**
 * A delivery that this replica may send until its lease ends.
 *
 * @param share whose slot it takes
 * @param claimId proves the lease when the attempt is recorded
 * @param tries attempts since it was last scheduled anew
 * @param attempts all attempts so far
 * @param body the event as it is stored
 */
record Claim(
    Lane lane,
    String url,
    Band share,
    boolean isProbe,
    UUID deliveryId,
    UUID claimId,
    UUID eventId,
    int tries,
    int attempts,
    byte[] body,
    Profile profile) {}
