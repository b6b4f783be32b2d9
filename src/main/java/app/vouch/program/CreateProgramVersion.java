package app.vouch.program;

import app.vouch.platform.work.Command;
import app.vouch.program.template.MessageTemplate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Makes a draft of a program's rules. What is left out has the default that the answer shows.
 *
 * @param effectiveFrom when it takes effect; absent: when it is published
 * @param currency ISO 4217; every amount in the settings is in it; USD when absent
 * @param timeZone IANA name; UTC when absent
 * @param family overrides the program's
 * @param templates the program's own words for messages; Vouch's where it has none
 * @param briefs whom introducers should think of, at most once in each language
 * @param terms what referrers agree to before they refer by form
 */
@Schema(name = "CreateProgramVersion")
@Input("CreateProgramVersionInput")
public record CreateProgramVersion(
    @Schema(hidden = true) @Id @NonNull @NotNull String programId,
    @Nullable Instant effectiveFrom,
    @Nullable String currency,
    @Nullable String timeZone,
    @Id @Nullable String calendarId,
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
    @Valid @Nullable ProgramTerms terms,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command, OfProgram {

  public CreateProgramVersion {}

  CreateProgramVersion of(String program) {
    return new CreateProgramVersion(
        program,
        effectiveFrom,
        currency,
        timeZone,
        calendarId,
        family,
        capture,
        claims,
        introductions,
        sla,
        attribution,
        rewards,
        gates,
        tiers,
        recognition,
        templates,
        briefs,
        terms,
        idempotencyKey);
  }

  SettingsDocument document() {
    return new SettingsDocument(
        currency,
        timeZone,
        calendarId,
        family,
        capture,
        claims,
        introductions,
        sla,
        attribution,
        rewards,
        gates,
        tiers,
        recognition,
        templates,
        briefs,
        terms);
  }
}
