package app.vouch.program;

import app.vouch.shared.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** See {@link ProgramSettings.Gates}. */
@Schema(name = "GateSettings")
@Name("GateSettings")
@Input("GateSettingsInput")
public record GateSettings(
    @Valid @Nullable PayeeLimitSettings payeeLimit,
    @Size(max = 50) @Nullable List<@NotNull @Size(min = 1, max = 60) String> blockedSectors,
    @Size(max = 250)
        @Nullable List<@NotNull @Pattern(regexp = Texts.COUNTRY) String> blockedCountries,
    ProgramSettings.@Nullable OfficialGate publicOfficials,
    @Valid @Nullable TaxFormSettings taxForm,
    @Nullable Boolean sameOrganization,
    @Nullable Boolean circular) {

  public GateSettings {}

  /**
   * See {@link ProgramSettings.PayeeLimit}.
   *
   * @param amount plain decimal
   */
  @Schema(name = "PayeeLimitSettings")
  @Name("PayeeLimitSettings")
  @Input("PayeeLimitSettingsInput")
  public record PayeeLimitSettings(
      @NotNull String amount,
      @NotNull String currency,
      @NotNull String per,
      @NotNull @Pattern(regexp = "[A-Z][A-Z_]{0,39}") String document) {

    public PayeeLimitSettings {}
  }

  /**
   * See {@link ProgramSettings.TaxForm}.
   *
   * @param above plain decimal
   */
  @Schema(name = "TaxFormGateSettings")
  @Name("TaxFormGateSettings")
  @Input("TaxFormGateSettingsInput")
  public record TaxFormSettings(
      @NotNull String above,
      @NotNull String currency,
      @Pattern(regexp = "[A-Z][A-Z_]{0,39}") @Nullable String document) {

    public TaxFormSettings {}
  }
}
