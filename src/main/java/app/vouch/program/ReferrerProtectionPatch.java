package app.vouch.program;

import app.vouch.shared.MoneyView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The members of a referrer's protection that a merge patch can change; null removes each. */
@Schema(name = "ReferrerProtectionPatch")
public record ReferrerProtectionPatch(
    @Nullable Integer asksPer90Days,
    @Nullable String coolDown,
    @Nullable MoneyView dealFloor,
    @Nullable List<String> noGoOrganizations,
    @Nullable Instant pausedUntil,
    @Nullable ContactChannel preferredChannel) {}
