package app.vouch.program;

import app.vouch.program.template.MessageTemplate;
import app.vouch.shared.Money;
import app.vouch.shared.Unit;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a program version, complete: what its maker left out has the design's default.
 *
 * @param zone the zone in which days are counted
 * @param family duplicates, claims and budgets of contact are decided per family
 * @param tiers how many won referrals in the recognition's window make each tier, rising
 * @param recognition what the tiers are called, and who sees them
 * @param templates the program's own words for messages
 * @param briefs whom introducers should think of; one for each language that has one
 * @param terms what referrers agree to
 */
public record ProgramSettings(
    Unit currency,
    ZoneId zone,
    @Nullable String calendarId,
    String family,
    Capture capture,
    Claims claims,
    Introductions introductions,
    Sla sla,
    Attribution attribution,
    List<RewardRule> rewards,
    Gates gates,
    List<Integer> tiers,
    Recognition recognition,
    List<MessageTemplate> templates,
    List<ProspectBrief> briefs,
    @Nullable ProgramTerms terms) {

  /**
   * @param expireAfter time without progress after which a referral expires
   * @param openEnrolment whether a referrer who is not enrolled yet is enrolled by a capture
   */
  public record Capture(
      Review review,
      IsoAmount expireAfter,
      ProspectContact prospectContact,
      boolean openEnrolment) {}

  /**
   * @param window the rolling time in which won referrals count
   * @param levels one for each tier; empty where they have no names
   * @param leaderboard who is shown to whom
   */
  public record Recognition(
      IsoAmount window, List<RecognitionSettings.TierLevel> levels, Leaderboard leaderboard) {}

  /** What the program tells of who referred how much. */
  @Schema(name = "LeaderboardKind")
  @Name("LeaderboardKind")
  public enum Leaderboard {
    /** Everybody by name who did not opt out. */
    NAMED,
    /** How many are in each tier, and nobody by name, as for programs of employees. */
    AGGREGATE
  }

  /** Which referrals a person looks at before they are accepted. */
  @Schema(name = "CaptureReview")
  @Name("CaptureReview")
  public enum Review {
    NONE,
    ALL
  }

  /** What is stored of a prospect's address before they agreed. */
  public enum ProspectContact {
    STORE,
    HASH_UNTIL_OPT_IN
  }

  /** Who may be credited for an organization, and until when. */
  public record Claims(
      ClaimRule rule,
      IsoAmount protection,
      IsoAmount extension,
      ExistingPipeline existingPipeline,
      int maxOpenPerReferrer) {}

  /** Which of several submissions wins. */
  public enum ClaimRule {
    FIRST_COMPLETE
  }

  /** What a referral to an organization with an open deal gets. */
  public enum ExistingPipeline {
    INFLUENCE_ONLY,
    FULL_CREDIT,
    REFUSE
  }

  /**
   * @param maxDeferral the latest "not now"
   * @param followUps after the introduction
   */
  public record Introductions(
      Sending sending,
      AskProspect askProspect,
      AttestedConsent attestedConsent,
      PartyClock connector,
      PartyClock prospect,
      IsoAmount maxDeferral,
      List<IsoAmount> followUps,
      Protection protection,
      List<Mailing> mailing) {

    /** Whether Vouch may write to somebody there; an unknown country is not listed. */
    public boolean mayMailTo(@Nullable String country) {
      return mailing.stream().anyMatch(listed -> listed.country().equals(country));
    }
  }

  /**
   * A country to which Vouch may write, and on which ground.
   *
   * @param country ISO 3166-1, two capital letters
   */
  public record Mailing(String country, MailingBasis basis) {}

  /** On which ground people may be written to whom nobody has asked before (GDPR Art. 6). */
  public enum MailingBasis {
    LEGITIMATE_INTEREST,
    CONSENT,
    CONTRACT
  }

  /** Who sends the message to the prospect. */
  @Schema(name = "IntroductionSending")
  @Name("IntroductionSending")
  public enum Sending {
    CONNECTOR_SENDS,
    VOUCH_SENDS
  }

  /** Whether the prospect is asked as soon as the connector agreed. */
  public enum AskProspect {
    AUTO,
    MANUAL
  }

  /** Whose consent may be recorded by somebody else. */
  public enum AttestedConsent {
    NONE,
    CONNECTOR,
    BOTH
  }

  /** How long a party has, and when they are reminded. */
  public record PartyClock(IsoAmount expires, List<IsoAmount> reminders) {}

  /** What protects a connector from being asked too often. */
  public record Protection(int asksPer90Days, IsoAmount coolDown, @Nullable Money dealFloor) {}

  /** The due times of a referral. */
  public record Sla(SlaTime firstContact, SlaTime thankYou) {}

  /** A number of hours or days. */
  public record SlaTime(int amount, SlaUnit unit) {}

  /** What an SLA is counted in. */
  public enum SlaUnit {
    HOUR,
    BUSINESS_HOUR,
    BUSINESS_DAY
  }

  /**
   * @param lookBack older touchpoints are left out
   */
  public record Attribution(
      AttributionModel model, IsoAmount lookBack, Set<EvidenceSource> sources) {}

  /**
   * What stops a reward, asked when it is granted and again before it can be paid.
   *
   * @param blockedSectors no reward for prospects of such organizations
   * @param blockedCountries no reward for prospects there: ISO 3166-1, two capital letters
   * @param taxForm above which yearly sum a tax form is needed
   * @param sameOrganization whether a person looks at a reward whose payee works where the prospect
   *     does
   * @param circular whether a person looks at a reward for somebody who had referred the referrer
   */
  public record Gates(
      @Nullable PayeeLimit payeeLimit,
      List<String> blockedSectors,
      List<String> blockedCountries,
      OfficialGate publicOfficials,
      @Nullable TaxForm taxForm,
      boolean sameOrganization,
      boolean circular) {}

  /**
   * What becomes of rewards to public officials: payees with a valid document of the kind
   * PUBLIC_OFFICIAL.
   */
  @Schema(name = "PublicOfficialGate")
  @Name("PublicOfficialGate")
  public enum OfficialGate {
    ALLOW,
    REVIEW,
    DENY
  }

  /**
   * @param above what a payee may get in a calendar year of the program's zone without it
   * @param document the form's kind
   */
  public record TaxForm(Money above, String document) {}

  /**
   * @param document what lifts the limit
   */
  public record PayeeLimit(Money amount, IsoAmount per, String document) {}

  /** Whether somebody who introduces or refers may get something for it. */
  public boolean rewardsReferrer() {
    return rewards.stream()
        .anyMatch(
            rule ->
                switch (rule.to()) {
                  case REFERRER, BOTH -> true;
                  case PROSPECT -> false;
                });
  }

  /** The reward rule with that id. */
  public java.util.Optional<RewardRule> reward(String id) {
    return rewards.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }
}
