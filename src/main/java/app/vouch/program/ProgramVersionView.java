package app.vouch.program;

import app.vouch.platform.work.Versioned;
import app.vouch.program.template.MessageTemplate;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A program version as callers see it; its settings are complete.
 *
 * @param number counts the program's versions from 1
 * @param effectiveFrom null in a draft that takes effect when it is published
 */
@Schema(name = "ProgramVersion")
@Name("ProgramVersion")
public record ProgramVersionView(
    @Id @NonNull String id,
    @Id @NonNull String programId,
    int number,
    @NonNull VersionState state,
    @Nullable Instant effectiveFrom,
    @Nullable Instant publishedAt,
    @Nullable String currency,
    @Nullable String timeZone,
    @Id @Nullable String calendarId,
    @Nullable String family,
    @Nullable CaptureSettings capture,
    @Nullable ClaimSettings claims,
    @Nullable IntroductionSettings introductions,
    @Nullable SlaSettings sla,
    @Nullable AttributionSettings attribution,
    @Nullable List<@NonNull RewardSettings> rewards,
    @Nullable GateSettings gates,
    @Nullable List<@NonNull Integer> tiers,
    @Nullable RecognitionSettings recognition,
    @Nullable List<@NonNull MessageTemplate> templates,
    @Nullable List<@NonNull ProspectBrief> briefs,
    @Nullable ProgramTerms terms,
    int version,
    @NonNull Instant createdAt,
    @NonNull Instant updatedAt)
    implements Versioned {}
