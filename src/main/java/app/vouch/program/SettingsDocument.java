package app.vouch.program;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of a version as they are written: in requests with gaps, stored complete. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SettingsDocument(
    @Nullable String currency,
    @Nullable String timeZone,
    @Nullable String calendarId,
    @Nullable String family,
    @Nullable CaptureSettings capture,
    @Nullable ClaimSettings claims,
    @Nullable IntroductionSettings introductions,
    @Nullable SlaSettings sla,
    @Nullable AttributionSettings attribution,
    @Nullable List<RewardSettings> rewards,
    @Nullable GateSettings gates,
    @Nullable List<Integer> tiers) {}
