package app.vouch.delivery.dispatch;

/** How an endpoint wants to be sent to at this moment, and what it lets through. */
record Standing(LaneTerms terms, Gate gate) {}
