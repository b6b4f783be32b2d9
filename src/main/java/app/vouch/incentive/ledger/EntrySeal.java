package app.vouch.incentive.ledger;

/** An entry's canonical bytes and their SHA-256. */
record EntrySeal(byte[] bytes, byte[] hash) {}
