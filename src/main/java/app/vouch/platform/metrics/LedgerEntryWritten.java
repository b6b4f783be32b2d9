package app.vouch.platform.metrics;

/** Tells the metrics that the ledger has one entry more. */
public record LedgerEntryWritten(String kind) {}
