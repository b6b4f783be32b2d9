package app.vouch.program;

import app.vouch.program.template.MessageTemplate;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of a version as they are written: in requests with gaps, stored complete. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SettingsDocument(
    @Nullable String currency,
    @Nullable String timeZone,
    @Nullable String calendarId,
    @Nullable String family,
    @Valid @Nullable CaptureSettings capture,
    @Valid @Nullable ClaimSettings claims,
    @Valid @Nullable IntroductionSettings introductions,
    @Valid @Nullable SlaSettings sla,
    @Valid @Nullable AttributionSettings attribution,
    @Size(max = 20) @Nullable List<@NotNull @Valid RewardSettings> rewards,
    @Valid @Nullable GateSettings gates,
    @Size(max = 10) @Nullable List<@NotNull Integer> tiers,
    @Valid @Nullable RecognitionSettings recognition,
    @Size(max = 50) @Nullable List<@NotNull @Valid MessageTemplate> templates,
    @Size(max = 3) @Nullable List<@NotNull @Valid ProspectBrief> briefs,
    @Valid @Nullable ProgramTerms terms) {}
