package app.vouch.delivery.dispatch;

import java.util.UUID;

/** An endpoint's way through the engine; one replica at a time takes its deliveries. */
record Lane(UUID endpointId, UUID tenantId) {}
