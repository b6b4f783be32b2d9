package app.vouch.program;

import app.vouch.platform.work.Versioned;
import app.vouch.shared.MoneyView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a referrer set for themselves against being asked too often. Where it says nothing, the
 * program version's {@code introductions.protection} counts.
 *
 * @param id the referrer's
 * @param asksPer90Days how often they may be asked for an introduction in any 90 days
 * @param coolDown the least time between two asks, ISO 8601
 * @param dealFloor asks for smaller deals are refused
 * @param noGoOrganizations whose people they introduce nobody to
 * @param pausedUntil until when they are not asked at all
 * @param version 0 where nothing was ever set
 */
@Schema(name = "ReferrerProtection")
@Name("ReferrerProtection")
public record ReferrerProtectionView(
    @Id @NonNull String id,
    @Nullable Integer asksPer90Days,
    @Nullable String coolDown,
    @Nullable MoneyView dealFloor,
    @NonNull List<@NonNull String> noGoOrganizations,
    @Nullable Instant pausedUntil,
    @Nullable ContactChannel preferredChannel,
    int version,
    @Nullable Instant updatedAt)
    implements Versioned {}
