package app.vouch.program;

import app.vouch.program.ProgramSettings.AskProspect;
import app.vouch.program.ProgramSettings.AttestedConsent;
import app.vouch.program.ProgramSettings.MailingBasis;
import app.vouch.program.ProgramSettings.Sending;
import app.vouch.shared.MoneyView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** See {@link ProgramSettings.Introductions}. */
@Schema(name = "IntroductionSettings")
@Name("IntroductionSettings")
@Input("IntroductionSettingsInput")
public record IntroductionSettings(
    @Nullable Sending sending,
    @Nullable AskProspect askProspect,
    @Nullable AttestedConsent attestedConsent,
    @Valid @Nullable PartySettings connector,
    @Valid @Nullable PartySettings prospect,
    @Nullable String maxDeferral,
    @Size(max = 10) @Nullable List<@NotNull String> followUps,
    @Valid @Nullable ProtectionSettings protection,
    @Size(max = 250) @Nullable List<@NotNull @Valid MailingSettings> mailing) {

  public IntroductionSettings {}

  /** See {@link ProgramSettings.Mailing}. */
  @Schema(name = "MailingSettings")
  @Name("MailingSettings")
  @Input("MailingSettingsInput")
  public record MailingSettings(@NotNull String country, @NotNull MailingBasis basis) {

    public MailingSettings {}
  }

  /** See {@link ProgramSettings.PartyClock}. */
  @Schema(name = "PartySettings")
  @Name("PartySettings")
  @Input("PartySettingsInput")
  public record PartySettings(
      @Nullable String expires, @Size(max = 10) @Nullable List<@NotNull String> reminders) {

    public PartySettings {}
  }

  /** See {@link ProgramSettings.Protection}. */
  @Schema(name = "ProtectionSettings")
  @Name("ProtectionSettings")
  @Input("ProtectionSettingsInput")
  public record ProtectionSettings(
      @Nullable Integer asksPer90Days,
      @Nullable String coolDown,
      @Valid @Nullable MoneyView dealFloor) {

    public ProtectionSettings {}
  }
}
