package app.vouch.delivery;

/** Deliveries wait to be sent; fired inside the transaction that queued them. */
public record DeliveriesQueued() {}
