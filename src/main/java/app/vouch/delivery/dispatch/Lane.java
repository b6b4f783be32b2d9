package app.vouch.delivery.dispatch;

import java.util.UUID;

/** An endpoint that has deliveries waiting. */
record Lane(UUID endpointId, UUID tenantId, String url, boolean enabled) {}
