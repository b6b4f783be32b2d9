package app.vouch.incentive.ledger;

import java.util.Collection;
import java.util.List;

/**
 * What one booking writes.
 *
 * @param accounts as they stand after it, each locked before
 */
record Booking(
    List<LedgerEntry> entries,
    List<LedgerLeg> legs,
    List<LedgerResolution> resolutions,
    Collection<LedgerAccount> accounts) {}
