package app.vouch.deal;

import app.vouch.directory.OrganizationLink;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a change names.
 *
 * @param organization null: not mentioned
 * @param personIds null: not mentioned
 * @param referral null: not mentioned
 */
record DealParties(
    @Nullable OrganizationLink organization,
    @Nullable List<UUID> personIds,
    @Nullable UUID referral) {}
