package app.vouch.delivery.outbound;

import java.net.InetAddress;

/**
 * A URL whose host was looked up once and found acceptable.
 *
 * @param address where to connect; never looked up again
 */
public record OutboundTarget(OutboundUrl url, InetAddress address) {}
