package app.vouch.referral;

import app.vouch.directory.UpsertOrganization;
import app.vouch.platform.work.Command;
import app.vouch.program.ReferrerRef;
import app.vouch.shared.Emails;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.OneLine;
import app.vouch.shared.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody refers somebody. Name, e-mail address and organization of the prospect are enough beside
 * the referrer.
 *
 * @param programId absent: the tenant's default program
 * @param source absent: {@code API}
 * @param role what the prospect does
 * @param reason why the prospect would care
 * @param note for the timeline; shown only with {@code introductions:read-private}
 * @param occurredAt when the referral was made, if not now; decides nothing
 * @param visitId the visit of a link that led here
 * @param basis absent: {@code LEGITIMATE_INTEREST}
 * @param externalRefs a repeat with one that is known answers the referral as it stands
 * @param metadata the caller's own texts, given back as they came
 */
@Schema(name = "CaptureReferral")
@Input("CaptureReferralInput")
public record CaptureReferral(
    @NotNull @Valid Prospect prospect,
    @NotNull @Valid ReferrerRef referrer,
    @Id @Nullable String programId,
    @Nullable ReferralSource source,
    @Size(max = 120) @Nullable String role,
    @Size(min = 3, max = 40) @Nullable String phone,
    @Size(max = 2000) @Nullable String reason,
    @Size(max = 2000) @Nullable String note,
    @Nullable Instant occurredAt,
    @Size(max = 20) @Nullable List<@NotNull @Valid Evidence> evidence,
    @Id @Size(max = 40) @Nullable String visitId,
    @Nullable LawfulBasis basis,
    @Size(max = 10) @Nullable List<@NotNull @Valid ExternalRef> externalRefs,
    @Size(max = 50)
        @Nullable Map<@NotBlank @Size(max = 40) String, @NotNull @Size(max = 500) String> metadata,
    @Nullable Boolean dryRun,
    @Schema(hidden = true) @Nullable String idempotencyKey)
    implements Command {

  public CaptureReferral {}

  /**
   * Who is being referred.
   *
   * @param organization absent: the domain of the e-mail address names it
   */
  @Schema(name = "Prospect")
  @Input("ProspectInput")
  public record Prospect(
      @NotBlank @OneLine @Size(max = 200) String name,
      @NotBlank @Size(max = 320) @Pattern(regexp = Emails.PATTERN) String email,
      @Valid @Nullable ProspectOrganization organization) {

    public Prospect {}
  }

  /**
   * Where the prospect works, by name, by domain, or both.
   *
   * @param domain such as {@code acme.example}; a mail provider's names no organization
   */
  @Schema(name = "ProspectOrganization")
  @Input("ProspectOrganizationInput")
  public record ProspectOrganization(
      @OneLine @Size(max = 200) @Nullable String name,
      @Size(max = 253) @Pattern(regexp = UpsertOrganization.DOMAIN) @Nullable String domain) {

    public ProspectOrganization {}
  }

  /** The domain that names the organization, if one does. */
  @Nullable String organizationDomain() {
    ProspectOrganization named = prospect.organization();
    String given = named == null ? null : stripped(named.domain());
    String domain =
        given == null && organizationName() == null ? Emails.domain(prospect.email()) : given;
    return domain == null || Emails.isFreeMail(domain) ? null : domain.toLowerCase(Locale.ROOT);
  }

  /** The organization's name, if the caller gave one. */
  @Nullable String organizationName() {
    ProspectOrganization named = prospect.organization();
    return named == null ? null : stripped(named.name());
  }

  private static @Nullable String stripped(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /**
   * The same for a program that keeps only the key of the prospect's address: it stands in no other
   * text any more. The address itself is still there, to be made a key of.
   *
   * @throws Refusal.Invalid when an external reference is the address
   */
  CaptureReferral withoutAddress() {
    for (int i = 0; i < refs().size(); i++) {
      if (!bare(refs().get(i).id()).equals(refs().get(i).id())) {
        throw new Refusal.Invalid(
            "/externalRefs/%d/id".formatted(i),
            "not-allowed",
            "must not be the prospect's address, of which the program keeps only a key");
      }
    }
    ProspectOrganization home = prospect.organization();
    return new CaptureReferral(
        new Prospect(
            bare(prospect.name()),
            prospect.email(),
            home == null
                ? null
                : new ProspectOrganization(bareNullable(home.name()), home.domain())),
        referrer,
        programId,
        source,
        bareNullable(role),
        phone,
        bareNullable(reason),
        bareNullable(note),
        occurredAt,
        evidence == null ? null : evidence.stream().map(e -> e.withText(this::bare)).toList(),
        visitId,
        basis,
        externalRefs,
        metadata == null ? null : bare(metadata),
        dryRun,
        idempotencyKey);
  }

  private Map<String, String> bare(Map<String, String> texts) {
    Map<String, String> bare = new LinkedHashMap<>();
    texts.forEach((name, text) -> bare.put(bare(name), bare(text)));
    return bare;
  }

  private @Nullable String bareNullable(@Nullable String text) {
    return text == null ? null : bare(text);
  }

  private String bare(String text) {
    return Emails.masked(text, prospect.email());
  }

  ReferralSource sourceOrDefault() {
    return source == null ? ReferralSource.API : source;
  }

  LawfulBasis basisOrDefault() {
    return basis == null ? LawfulBasis.LEGITIMATE_INTEREST : basis;
  }

  List<ExternalRef> refs() {
    return externalRefs == null ? List.of() : externalRefs;
  }

  List<Evidence> evidenceOrNone() {
    return evidence == null ? List.of() : evidence;
  }

  Map<String, String> metadataOrNone() {
    return metadata == null ? Map.of() : metadata;
  }
}
