package app.vouch.program;

import app.vouch.program.ProgramSettings.AskProspect;
import app.vouch.program.ProgramSettings.AttestedConsent;
import app.vouch.program.ProgramSettings.ClaimRule;
import app.vouch.program.ProgramSettings.ExistingPipeline;
import app.vouch.program.ProgramSettings.Mailing;
import app.vouch.program.ProgramSettings.PartyClock;
import app.vouch.program.ProgramSettings.PayeeLimit;
import app.vouch.program.ProgramSettings.ProspectContact;
import app.vouch.program.ProgramSettings.Review;
import app.vouch.program.ProgramSettings.Sending;
import app.vouch.program.ProgramSettings.SlaTime;
import app.vouch.program.ProgramSettings.SlaUnit;
import app.vouch.program.template.MessageTemplate;
import app.vouch.program.template.TemplateCheck;
import app.vouch.shared.IdType;
import app.vouch.shared.Language;
import app.vouch.shared.Money;
import app.vouch.shared.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes settings out of a document: fills in the design's defaults and names every fault. */
final class SettingsReader {
  static final String DEFAULT_CURRENCY = "USD";
  static final String DEFAULT_ZONE = "UTC";
  private static final String DEFAULT_TAX_FORM = "TAX_FORM";
  private static final int DEFAULT_OPEN_CLAIMS = 20;
  private static final int DEFAULT_ASKS = 4;
  private static final int DEFAULT_FIRST_CONTACT_HOURS = 24;
  private static final int DEFAULT_THANK_YOU_HOURS = 48;
  private static final int MOST = 1000;
  private static final String FAMILY = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

  private static final Set<String> COUNTRIES = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2);

  private final SettingsFaults faults = new SettingsFaults();
  private final SettingsDocument document;
  private final String family;
  private final Unit currency;

  private SettingsReader(SettingsDocument document, String family) {
    this.document = document;
    this.family = family;
    this.currency = faults.currency("/currency", document.currency(), DEFAULT_CURRENCY);
  }

  /**
   * Reads what somebody wants to be in force.
   *
   * @param family the program's, for a version that names none
   * @throws app.vouch.shared.Refusal.Invalid naming every fault, and every setting that nothing
   *     follows yet
   */
  static ProgramSettings accept(SettingsDocument document, String family) {
    SettingsReader reader = new SettingsReader(document, family);
    ProgramSettings settings = reader.settings();
    UnsupportedSettings.name(document, reader.faults);
    reader.faults.refuse();
    return settings;
  }

  /**
   * Reads what was accepted, by whatever release.
   *
   * @param family the program's, for a version that names none
   * @throws app.vouch.shared.Refusal.Invalid naming every fault
   */
  static ProgramSettings read(SettingsDocument document, String family) {
    SettingsReader reader = new SettingsReader(document, family);
    ProgramSettings settings = reader.settings();
    reader.faults.refuse();
    return settings;
  }

  private ProgramSettings settings() {
    return new ProgramSettings(
        currency,
        faults.zone("/timeZone", document.timeZone(), DEFAULT_ZONE),
        calendar(),
        family(),
        capture(),
        claims(),
        introductions(),
        sla(),
        attribution(),
        RewardsReader.read(document.rewards(), currency, faults),
        gates(),
        tiers(),
        recognition(),
        templates(),
        briefs(),
        terms());
  }

  /** Whether there is such a calendar is asked where it can be answered. */
  private @Nullable String calendar() {
    String named = document.calendarId();
    if (named != null && IdType.CALENDAR.parse(named).isEmpty()) {
      faults.add("/calendarId", "wrong-id-type", "must be the id of a calendar, cal_…");
    }
    return named;
  }

  private String family() {
    String named = document.family();
    if (named != null && !named.matches(FAMILY)) {
      faults.add("/family", "malformed", "must be 1 to 40 letters, digits, dots or dashes");
    }
    return named == null ? family : named;
  }

  private ProgramSettings.Capture capture() {
    CaptureSettings given = or(document.capture(), new CaptureSettings(null, null, null, null));
    return new ProgramSettings.Capture(
        or(given.review(), Review.NONE),
        faults.positiveTime("/capture/expireAfter", given.expireAfter(), "P180D"),
        or(given.prospectContact(), ProspectContact.STORE),
        or(given.openEnrolment(), false));
  }

  private ProgramSettings.Claims claims() {
    ClaimSettings given = or(document.claims(), new ClaimSettings(null, null, null, null, null));
    return new ProgramSettings.Claims(
        or(given.rule(), ClaimRule.FIRST_COMPLETE),
        faults.positiveTime("/claims/protection", given.protection(), "P90D"),
        faults.time("/claims/extension", given.extension(), "P30D"),
        or(given.existingPipeline(), ExistingPipeline.INFLUENCE_ONLY),
        faults.count(
            "/claims/maxOpenPerReferrer",
            given.maxOpenPerReferrer(),
            DEFAULT_OPEN_CLAIMS,
            1,
            MOST));
  }

  private ProgramSettings.Introductions introductions() {
    IntroductionSettings given =
        or(
            document.introductions(),
            new IntroductionSettings(null, null, null, null, null, null, null, null, null));
    List<Mailing> mailing = mailing(given.mailing());
    if (given.sending() == Sending.VOUCH_SENDS && mailing.isEmpty()) {
      faults.add(
          "/introductions/mailing",
          "required",
          "must list the countries to which Vouch may write, each with its basis, for sending VOUCH_SENDS");
    }
    if (given.sending() == Sending.VOUCH_SENDS && keepsOnlyKeys()) {
      faults.add(
          "/capture/prospectContact",
          "not-allowed",
          "must be STORE with sending VOUCH_SENDS; nobody can write to a key");
    }
    return new ProgramSettings.Introductions(
        or(given.sending(), Sending.CONNECTOR_SENDS),
        or(given.askProspect(), AskProspect.AUTO),
        or(given.attestedConsent(), AttestedConsent.CONNECTOR),
        party("/introductions/connector", given.connector(), "P7D", List.of("P3D")),
        party("/introductions/prospect", given.prospect(), "P14D", List.of("P4D", "P9D")),
        faults.positiveTime("/introductions/maxDeferral", given.maxDeferral(), "P180D"),
        faults.times("/introductions/followUps", given.followUps(), List.of("P2D", "P2W", "P2M")),
        protection(given.protection()),
        mailing);
  }

  private List<Mailing> mailing(@Nullable List<IntroductionSettings.MailingSettings> given) {
    List<Mailing> listed = new ArrayList<>();
    for (IntroductionSettings.MailingSettings setting :
        or(given, List.<IntroductionSettings.MailingSettings>of())) {
      String pointer = "/introductions/mailing/" + listed.size() + "/country";
      if (!COUNTRIES.contains(setting.country())) {
        faults.add(pointer, "unknown-country", "must be an ISO 3166-1 code such as \"GB\"");
      } else if (listed.stream().anyMatch(m -> m.country().equals(setting.country()))) {
        faults.add(pointer, "not-unique", "is listed already");
      }
      listed.add(new Mailing(setting.country(), setting.basis()));
    }
    return List.copyOf(listed);
  }

  private boolean keepsOnlyKeys() {
    return document.capture() != null
        && document.capture().prospectContact() == ProspectContact.HASH_UNTIL_OPT_IN;
  }

  private PartyClock party(
      String pointer,
      IntroductionSettings.@Nullable PartySettings given,
      String expires,
      List<String> reminders) {
    return new PartyClock(
        faults.positiveTime(pointer + "/expires", given == null ? null : given.expires(), expires),
        faults.times(pointer + "/reminders", given == null ? null : given.reminders(), reminders));
  }

  private ProgramSettings.Protection protection(
      IntroductionSettings.@Nullable ProtectionSettings protection) {
    var given = or(protection, new IntroductionSettings.ProtectionSettings(null, null, null));
    String pointer = "/introductions/protection";
    return new ProgramSettings.Protection(
        faults.count(pointer + "/asksPer90Days", given.asksPer90Days(), DEFAULT_ASKS, 0, MOST),
        faults.time(pointer + "/coolDown", given.coolDown(), "P14D"),
        faults.money(pointer + "/dealFloor", given.dealFloor(), currency));
  }

  private ProgramSettings.Sla sla() {
    SlaSettings given = or(document.sla(), new SlaSettings(null, null));
    return new ProgramSettings.Sla(
        slaTime("/sla/firstContact", given.firstContact(), DEFAULT_FIRST_CONTACT_HOURS),
        slaTime("/sla/thankYou", given.thankYou(), DEFAULT_THANK_YOU_HOURS));
  }

  private SlaTime slaTime(
      String pointer, SlaSettings.@Nullable SlaTimeSettings given, int defaultHours) {
    return given == null
        ? new SlaTime(defaultHours, SlaUnit.HOUR)
        : new SlaTime(
            faults.count(pointer + "/amount", given.amount(), defaultHours, 1, MOST), given.unit());
  }

  private ProgramSettings.Attribution attribution() {
    AttributionSettings given =
        or(document.attribution(), new AttributionSettings(null, null, null));
    Set<EvidenceSource> sources = EnumSet.allOf(EvidenceSource.class);
    if (given.sources() != null) {
      sources.retainAll(given.sources());
    }
    if (sources.isEmpty()) {
      faults.add("/attribution/sources", "required", "must name at least one source");
    }
    return new ProgramSettings.Attribution(
        given.model() == null ? AttributionModel.FIRST_TOUCH : given.model().type(),
        faults.positiveTime("/attribution/lookBack", given.lookBack(), "P365D"),
        Collections.unmodifiableSet(sources));
  }

  private ProgramSettings.Gates gates() {
    GateSettings given =
        or(document.gates(), new GateSettings(null, null, null, null, null, null, null));
    return new ProgramSettings.Gates(
        limit(given.payeeLimit()),
        or(given.blockedSectors(), List.<String>of()),
        blockedCountries(given.blockedCountries()),
        or(given.publicOfficials(), ProgramSettings.OfficialGate.ALLOW),
        taxForm(given.taxForm()),
        or(given.sameOrganization(), false),
        or(given.circular(), false));
  }

  private List<String> blockedCountries(@Nullable List<String> given) {
    List<String> listed = or(given, List.<String>of());
    for (int i = 0; i < listed.size(); i++) {
      if (!COUNTRIES.contains(listed.get(i))) {
        faults.add(
            "/gates/blockedCountries/" + i,
            "unknown-country",
            "must be an ISO 3166-1 code such as \"GB\"");
      }
    }
    return listed;
  }

  private ProgramSettings.@Nullable TaxForm taxForm(GateSettings.@Nullable TaxFormSettings given) {
    if (given == null) {
      return null;
    }
    Money above =
        faults.money(
            "/gates/taxForm", "/gates/taxForm/above", given.above(), given.currency(), currency);
    return above == null
        ? null
        : new ProgramSettings.TaxForm(above, or(given.document(), DEFAULT_TAX_FORM));
  }

  private @Nullable PayeeLimit limit(GateSettings.@Nullable PayeeLimitSettings given) {
    if (given == null) {
      return null;
    }
    String pointer = "/gates/payeeLimit";
    IsoAmount per = faults.positiveTime(pointer + "/per", given.per(), "P12M");
    Money amount = faults.money(pointer, given.amount(), given.currency(), currency);
    return amount == null ? null : new PayeeLimit(amount, per, given.document());
  }

  private List<Integer> tiers() {
    List<Integer> given = or(document.tiers(), List.<Integer>of());
    if (given.stream().anyMatch(t -> t < 1 || t > MOST)
        || !given.equals(List.copyOf(new TreeSet<>(given)))) {
      faults.add("/tiers", "malformed", "must be rising numbers from 1 to " + MOST);
    }
    return List.copyOf(given);
  }

  private ProgramSettings.Recognition recognition() {
    RecognitionSettings given =
        or(document.recognition(), new RecognitionSettings(null, null, null));
    List<RecognitionSettings.TierLevel> levels =
        or(given.levels(), List.<RecognitionSettings.TierLevel>of());
    int tiers = or(document.tiers(), List.<Integer>of()).size();
    if (!levels.isEmpty() && levels.size() != tiers) {
      faults.add(
          "/recognition/levels",
          "ambiguous",
          "must be one for each of the %d tiers".formatted(tiers));
    }
    return new ProgramSettings.Recognition(
        faults.positiveTime("/recognition/window", given.window(), "P12M"),
        List.copyOf(levels),
        or(given.leaderboard(), ProgramSettings.Leaderboard.NAMED));
  }

  private List<MessageTemplate> templates() {
    List<MessageTemplate> given = or(document.templates(), List.<MessageTemplate>of());
    for (int i = 0; i < given.size(); i++) {
      MessageTemplate template = given.get(i);
      String pointer = "/templates/" + i;
      TemplateCheck.faults(pointer, template.kind(), template.subject(), template.text())
          .forEach(faults::add);
      if (given.subList(0, i).stream().anyMatch(template::replaces)) {
        faults.add(pointer, "not-unique", "is for the kind and language of an earlier one");
      }
    }
    return List.copyOf(given);
  }

  private List<ProspectBrief> briefs() {
    List<ProspectBrief> given = or(document.briefs(), List.<ProspectBrief>of());
    for (int i = 0; i < given.size(); i++) {
      Language language = given.get(i).language();
      if (given.subList(0, i).stream().anyMatch(other -> other.language() == language)) {
        faults.add("/briefs/" + i, "not-unique", "is in the language of an earlier one");
      }
    }
    return given.stream().map(ProspectBrief::complete).toList();
  }

  private @Nullable ProgramTerms terms() {
    ProgramTerms given = document.terms();
    if (given != null && given.text() == null && given.url() == null) {
      faults.add("/terms", "required", "must have a text, a url, or both");
    }
    return given;
  }

  private static <T> T or(@Nullable T given, T byDefault) {
    return given == null ? byDefault : given;
  }
}
