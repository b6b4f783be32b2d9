package app.vouch.program;

import app.vouch.program.ProgramSettings.PartyClock;
import app.vouch.program.ProgramSettings.SlaTime;
import app.vouch.shared.AmountView;
import app.vouch.shared.Money;
import app.vouch.shared.MoneyView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes settings as a complete document: what the reader read, with its defaults. */
final class SettingsWriter {

  static SettingsDocument write(ProgramSettings s) {
    return new SettingsDocument(
        s.currency().code(),
        s.zone().getId(),
        s.calendarId(),
        s.family(),
        new CaptureSettings(
            s.capture().review(),
            s.capture().expireAfter().text(),
            s.capture().prospectContact(),
            s.capture().openEnrolment()),
        new ClaimSettings(
            s.claims().rule(),
            s.claims().protection().text(),
            s.claims().extension().text(),
            s.claims().existingPipeline(),
            s.claims().maxOpenPerReferrer()),
        introductions(s.introductions()),
        new SlaSettings(time(s.sla().firstContact()), time(s.sla().thankYou())),
        new AttributionSettings(
            new AttributionSettings.ModelSettings(s.attribution().model()),
            s.attribution().lookBack().text(),
            List.copyOf(s.attribution().sources())),
        s.rewards().stream().map(SettingsWriter::reward).toList(),
        gates(s.gates()),
        s.tiers(),
        new RecognitionSettings(
            s.recognition().window().text(),
            s.recognition().levels(),
            s.recognition().leaderboard()),
        s.templates(),
        s.briefs(),
        s.terms());
  }

  private static IntroductionSettings introductions(ProgramSettings.Introductions i) {
    return new IntroductionSettings(
        i.sending(),
        i.askProspect(),
        i.attestedConsent(),
        party(i.connector()),
        party(i.prospect()),
        i.maxDeferral().text(),
        texts(i.followUps()),
        new IntroductionSettings.ProtectionSettings(
            i.protection().asksPer90Days(),
            i.protection().coolDown().text(),
            view(i.protection().dealFloor())),
        i.mailing().stream()
            .map(m -> new IntroductionSettings.MailingSettings(m.country(), m.basis()))
            .toList());
  }

  private static IntroductionSettings.PartySettings party(PartyClock clock) {
    return new IntroductionSettings.PartySettings(clock.expires().text(), texts(clock.reminders()));
  }

  private static SlaSettings.SlaTimeSettings time(SlaTime time) {
    return new SlaSettings.SlaTimeSettings(time.amount(), time.unit());
  }

  private static RewardSettings reward(RewardRule rule) {
    RewardRule.Amount amount = rule.amount();
    return new RewardSettings(
        rule.id(),
        rule.trigger(),
        rule.to(),
        rule.referrerKinds().isEmpty() ? null : rule.referrerKinds().stream().sorted().toList(),
        rule.split(),
        rule.kind(),
        new RewardSettings.AmountSettings(
            amount.type(),
            amount.percent() == null ? null : amount.percent().toPlainString(),
            amount.of(),
            shown(amount.value()),
            amount.by(),
            steps(amount),
            amount.per() == null ? null : amount.per().text()),
        rule.unitWorth() == null ? null : rule.unitWorth().toPlainString(),
        view(rule.cap()),
        view(rule.minimumDeal()),
        capPerPeriod(rule.capPerPeriod()),
        rule.trigger() == RewardRule.Trigger.INVOICE_PAID
            ? new RewardSettings.RecurringSettings(rule.periods())
            : null,
        rule.hold().text(),
        new RewardSettings.ApprovalSettings(
            rule.approval().by(),
            rule.approval().fourEyesAbove() == null
                ? null
                : rule.approval().fourEyesAbove().decimal()),
        new RewardSettings.ClawbackSettings(
            rule.clawback().window().text(), rule.clawback().mode()),
        rule.expires().text());
  }

  private static @Nullable List<RewardSettings.StepSettings> steps(RewardRule.Amount amount) {
    return amount.steps().isEmpty()
        ? null
        : amount.steps().stream()
            .map(
                step ->
                    new RewardSettings.StepSettings(
                        step.from(),
                        step.percent() == null ? null : step.percent().toPlainString(),
                        shown(step.value())))
            .toList();
  }

  private static RewardSettings.@Nullable PeriodCapSettings capPerPeriod(
      RewardRule.@Nullable PeriodCap cap) {
    return cap == null
        ? null
        : new RewardSettings.PeriodCapSettings(
            cap.amount().decimal(), cap.amount().currency().code(), cap.per().text());
  }

  private static GateSettings gates(ProgramSettings.Gates gates) {
    ProgramSettings.PayeeLimit limit = gates.payeeLimit();
    ProgramSettings.TaxForm taxForm = gates.taxForm();
    return new GateSettings(
        limit == null
            ? null
            : new GateSettings.PayeeLimitSettings(
                limit.amount().decimal(),
                limit.amount().currency().code(),
                limit.per().text(),
                limit.document()),
        gates.blockedSectors(),
        gates.blockedCountries(),
        gates.publicOfficials(),
        taxForm == null
            ? null
            : new GateSettings.TaxFormSettings(
                taxForm.above().decimal(), taxForm.above().currency().code(), taxForm.document()),
        gates.sameOrganization(),
        gates.circular());
  }

  private static List<String> texts(List<IsoAmount> amounts) {
    return amounts.stream().map(IsoAmount::text).toList();
  }

  private static @Nullable MoneyView view(@Nullable Money money) {
    return money == null ? null : money.view();
  }

  private static @Nullable AmountView shown(@Nullable Money amount) {
    return amount == null ? null : amount.shown();
  }

  private SettingsWriter() {}
}
