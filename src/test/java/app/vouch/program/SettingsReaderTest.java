package app.vouch.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.vouch.program.RewardRule.AmountType;
import app.vouch.program.RewardRule.Approver;
import app.vouch.program.RewardRule.Base;
import app.vouch.program.RewardRule.Beneficiary;
import app.vouch.program.RewardRule.ClawbackMode;
import app.vouch.program.RewardRule.Kind;
import app.vouch.program.RewardRule.Split;
import app.vouch.program.RewardRule.Trigger;
import app.vouch.shared.FieldError;
import app.vouch.shared.Money;
import app.vouch.shared.Refusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void shouldRefuseWhatLastsLongerThanTenYears() {
    assertThatThrownBy(() -> read("{\"capture\":{\"expireAfter\":\"P99Y\"}}"))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            refusal ->
                assertThat(refusal.errors())
                    .extracting(FieldError::pointer)
                    .containsExactly("/capture/expireAfter"));
  }

  @Test
  void shouldHaveTheDesignsDefaultsWhenNothingIsSaid() throws Exception {
    ProgramSettings settings = read("{}");

    assertThat(settings.currency().code()).isEqualTo("USD");
    assertThat(settings.zone().getId()).isEqualTo("UTC");
    assertThat(settings.family()).isEqualTo("partners");
    assertThat(settings.capture().expireAfter()).hasToString("P180D");
    assertThat(settings.capture().openEnrolment()).isFalse();
    assertThat(settings.claims().protection()).hasToString("P90D");
    assertThat(settings.introductions().connector().expires()).hasToString("P7D");
    assertThat(settings.introductions().connector().reminders())
        .containsExactly(new IsoAmount("P3D"));
    assertThat(settings.introductions().prospect().expires()).hasToString("P14D");
    assertThat(settings.introductions().prospect().reminders())
        .containsExactly(new IsoAmount("P4D"), new IsoAmount("P9D"));
    assertThat(settings.introductions().maxDeferral()).hasToString("P180D");
    assertThat(settings.introductions().followUps())
        .containsExactly(new IsoAmount("P2D"), new IsoAmount("P2W"), new IsoAmount("P2M"));
    assertThat(settings.sla().firstContact())
        .isEqualTo(new ProgramSettings.SlaTime(24, ProgramSettings.SlaUnit.HOUR));
    assertThat(settings.sla().thankYou())
        .isEqualTo(new ProgramSettings.SlaTime(48, ProgramSettings.SlaUnit.HOUR));
    assertThat(settings.attribution().model()).isEqualTo(AttributionModel.FIRST_TOUCH);
    assertThat(settings.attribution().lookBack()).hasToString("P365D");
    assertThat(settings.attribution().sources()).containsExactly(EvidenceSource.values());
    assertThat(settings.rewards()).isEmpty();
    assertThat(settings.gates().payeeLimit()).isNull();
    assertThat(settings.tiers()).isEmpty();
  }

  @Test
  void shouldReadARewardWhenMostOfItIsLeftOut() throws Exception {
    RewardRule rule =
        read("""
                {"rewards":[{"id":"won-10","trigger":"WON","amount":{"type":"PERCENT","percent":"2.5"}}]}""")
            .rewards()
            .getFirst();

    assertThat(rule.to()).isEqualTo(Beneficiary.REFERRER);
    assertThat(rule.split()).isEqualTo(Split.BY_CREDIT);
    assertThat(rule.kind()).isEqualTo(Kind.MONEY);
    assertThat(rule.amount().percent()).isEqualByComparingTo("2.5");
    assertThat(rule.amount().of()).isEqualTo(Base.FIRST_YEAR_AMOUNT);
    assertThat(rule.cap()).isNull();
    assertThat(rule.hold()).hasToString("P30D");
    assertThat(rule.approval().by()).isEqualTo(Approver.PERSON);
    assertThat(rule.clawback().window()).hasToString("P90D");
    assertThat(rule.clawback().mode()).isEqualTo(ClawbackMode.FULL);
    assertThat(rule.expires()).hasToString("P365D");
  }

  @Test
  void shouldReadEverythingAndWriteItAgainWhenAllIsSaid() throws Exception {
    ProgramSettings settings = read(WHOLE);

    assertThat(settings.currency().code()).isEqualTo("EUR");
    assertThat(settings.introductions().protection().dealFloor())
        .isEqualTo(Money.ofMinor(1_000_000, "EUR"));
    RewardRule fixed = settings.rewards().get(1);
    assertThat(fixed.trigger()).isEqualTo(Trigger.MEETING);
    assertThat(fixed.amount().type()).isEqualTo(AmountType.FIXED);
    assertThat(fixed.amount().value()).isEqualTo(Money.ofMinor(5_000, "EUR"));
    assertThat(settings.reward("won-10").orElseThrow().approval().fourEyesAbove())
        .isEqualTo(Money.ofMinor(500_000, "EUR"));
    assertThat(settings.gates().payeeLimit()).isNotNull();

    SettingsDocument written = SettingsWriter.write(settings);
    assertThat(SettingsReader.read(written, "other")).isEqualTo(settings);
    assertThat(JSON.<JsonNode>valueToTree(written)).isEqualTo(JSON.readTree(WHOLE));
  }

  @Test
  void shouldNameThePlaceOfATemplateThatIsDoubledOrNone() {
    assertThat(
            faults(
                """
                {"templates":[{"kind":"CONNECTOR_ASK","language":"DE","text":"Ja? {link}"},
                  {"kind":"THANK_YOU","language":"EN","subject":"{link}","text":"{#for a in b}"},
                  {"kind":"CONNECTOR_ASK","language":"DE","text":"Nein? {link}"}]}"""))
        .extracting(FieldError::pointer)
        .containsExactly("/templates/1/subject", "/templates/1/text", "/templates/2");
  }

  @Test
  void shouldMailOnlyToListedCountriesEachWithItsBasis() throws Exception {
    assertThat(
            faults(
                """
                {"introductions":{"sending":"VOUCH_SENDS","mailing":[
                  {"country":"GB","basis":"LEGITIMATE_INTEREST"},
                  {"country":"UK","basis":"CONSENT"},
                  {"country":"GB","basis":"CONSENT"}]}}"""))
        .extracting(FieldError::pointer, FieldError::code)
        .containsExactly(
            tuple("/introductions/mailing/1/country", "unknown-country"),
            tuple("/introductions/mailing/2/country", "not-unique"));
    assertThat(faults("{\"introductions\":{\"sending\":\"VOUCH_SENDS\",\"mailing\":[]}}"))
        .extracting(FieldError::pointer)
        .containsExactly("/introductions/mailing");
  }

  @Test
  void shouldNotTakeTermsThatSayNothing() {
    assertThat(faults("{\"terms\":{\"version\":\"1\"}}"))
        .extracting(FieldError::pointer)
        .containsExactly("/terms");
  }

  @Test
  void shouldTakeOneBriefForEachLanguage() {
    assertThat(
            faults(
                """
                {"briefs":[{"language":"DE","idealProspect":"a"},{"language":"EN","idealProspect":"b"},
                  {"language":"DE","idealProspect":"c"}]}"""))
        .extracting(FieldError::pointer)
        .containsExactly("/briefs/2");
  }

  @Test
  void shouldNameEveryFaultAtOnceWhenThereAreSeveral() throws Exception {
    assertThat(
            faults(
                """
                {"timeZone":"Mars/Olympus","calendarId":"cal_1","family":"no blanks",
                 "capture":{"expireAfter":"soon"},
                 "introductions":{"sending":"VOUCH_SENDS","connector":{"expires":"P0D","reminders":["P3D","x"]},
                   "protection":{"dealFloor":{"amount":"5.00","currency":"EUR"}}},
                 "sla":{"firstContact":{"amount":0,"unit":"HOUR"}},
                 "attribution":{"sources":[]},
                 "rewards":[
                   {"id":"a","trigger":"WON","amount":{"type":"PERCENT","percent":"101"},"cap":{"amount":"1","currency":"GBP"}},
                   {"id":"a","trigger":"WON","amount":{"type":"PERCENT"},"approval":{"fourEyesAbove":"much"}},
                   {"id":"b","trigger":"WON","amount":{"type":"FIXED","percent":"5"},"hold":"-P1D"}],
                 "gates":{"payeeLimit":{"amount":"1","currency":"GBP","per":"P12M","document":"X"},
                   "blockedCountries":["GB","ZZ"],"taxForm":{"above":"much","currency":"USD"}},
                 "tiers":[3,1]}"""))
        .extracting(FieldError::pointer)
        .containsExactlyInAnyOrder(
            "/timeZone",
            "/calendarId",
            "/family",
            "/capture/expireAfter",
            "/introductions/mailing",
            "/introductions/connector/expires",
            "/introductions/connector/reminders/1",
            "/introductions/protection/dealFloor/currency",
            "/sla/firstContact/amount",
            "/attribution/sources",
            "/rewards/0/amount/percent",
            "/rewards/0/cap/currency",
            "/rewards/1/id",
            "/rewards/1/amount/percent",
            "/rewards/1/approval/fourEyesAbove",
            "/rewards/2/amount/percent",
            "/rewards/2/amount/value",
            "/rewards/2/hold",
            "/gates/payeeLimit/currency",
            "/gates/blockedCountries/1",
            "/gates/taxForm/above",
            "/tiers");
  }

  @Test
  void shouldNameEveryFaultOfATieredAmount() {
    assertThat(
            faults(
                """
                {"rewards":[
                  {"id":"a","trigger":"WON","to":"BOTH","amount":{"type":"TIERED","percent":"5"}},
                  {"id":"b","trigger":"WON","amount":{"type":"TIERED","per":"P0D","steps":[
                    {"from":2,"percent":"5"},{"from":2,"percent":"500"},{"from":3},
                    {"from":9,"percent":"1","value":{"amount":"1.00","currency":"USD"}}]}},
                  {"id":"c","trigger":"WON","amount":{"type":"PERCENT","percent":"5","per":"P1M"}},
                  {"id":"d","trigger":"MEETING","amount":{"type":"TIERED","by":"VALUE","steps":[
                    {"from":1,"value":{"amount":"1.00","currency":"USD"}}]}}]}"""))
        .extracting(FieldError::pointer)
        .containsExactly(
            "/rewards/0/to",
            "/rewards/0/amount/percent",
            "/rewards/0/amount/steps",
            "/rewards/1/amount/steps/0/from",
            "/rewards/1/amount/steps/1/from",
            "/rewards/1/amount/steps/1/percent",
            "/rewards/1/amount/steps/2",
            "/rewards/1/amount/steps/3",
            "/rewards/1/amount/per",
            "/rewards/2/amount/steps",
            "/rewards/3/amount/by",
            "/rewards/3/amount/steps/0/from");
  }

  @Test
  void shouldNameEveryFaultOfWhatLimitsARule() {
    assertThat(
            faults(
                """
                {"rewards":[{"id":"a","trigger":"MEETING","amount":{"type":"FIXED","value":{"amount":"5.00","currency":"USD"}},
                  "minimumDeal":{"amount":"0.00","currency":"USD"},
                  "capPerPeriod":{"amount":"5.00","currency":"EUR","per":"yearly"},
                  "recurring":{"periods":121},
                  "clawback":{"window":"PT23H","mode":"PRO_RATA"}},
                 {"id":"b","trigger":"WON","amount":{"type":"PERCENT","percent":"5","of":"PAYMENT_AMOUNT"}}]}"""))
        .extracting(FieldError::pointer)
        .containsExactly(
            "/rewards/0/minimumDeal",
            "/rewards/0/minimumDeal/amount",
            "/rewards/0/capPerPeriod/per",
            "/rewards/0/capPerPeriod/currency",
            "/rewards/0/recurring",
            "/rewards/0/recurring/periods",
            "/rewards/0/clawback/window",
            "/rewards/1/amount/of");
  }

  @ParameterizedTest
  @ValueSource(strings = {"XXX", "usd", "DOLLAR", ""})
  void shouldRefuseACurrencyWhenItIsNone(String code) throws Exception {
    assertThat(faults("{\"currency\":\"" + code + "\"}"))
        .extracting(FieldError::pointer)
        .containsExactly("/currency");
  }

  @ParameterizedTest
  @CsvSource({
    "0, true",
    "100, true",
    "0.0001, true",
    "100.0001, false",
    "-1, false",
    "1e2, false",
    "010, false",
    "2.50000, false",
    "ten, false"
  })
  void shouldTakeAPercentageWhenItIsFrom0To100(String percent, boolean good) throws Exception {
    String document =
        """
        {"rewards":[{"id":"a","trigger":"WON","amount":{"type":"PERCENT","percent":"%s"}}]}"""
            .formatted(percent);

    assertThat(faults(document)).hasSize(good ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({"0.00", "-5.00", "5.001", "9999999999999999.00"})
  void shouldRefuseAFixedAmountWhenItIsNoneOfTheCurrency(String amount) throws Exception {
    String document =
        """
        {"rewards":[{"id":"a","trigger":"WON","amount":{"type":"FIXED","value":{"amount":"%s","currency":"USD"}}}]}"""
            .formatted(amount);

    assertThat(faults(document))
        .extracting(FieldError::pointer)
        .containsExactly("/rewards/0/amount/value/amount");
  }

  private static ProgramSettings read(String json) throws JsonProcessingException {
    return SettingsReader.read(JSON.readValue(json, SettingsDocument.class), "partners");
  }

  private static List<FieldError> faults(String json) {
    Refusal.Invalid refusal = catchThrowableOfType(Refusal.Invalid.class, () -> read(json));
    return refusal == null ? List.of() : refusal.errors();
  }

  private static final String WHOLE =
      """
      {"currency":"EUR","timeZone":"Europe/London","calendarId":null,"family":"partners",
       "capture":{"review":"ALL","expireAfter":"P90D","prospectContact":"HASH_UNTIL_OPT_IN","openEnrolment":true},
       "claims":{"rule":"FIRST_COMPLETE","protection":"P60D","extension":"P10D","existingPipeline":"REFUSE","maxOpenPerReferrer":5},
       "introductions":{"sending":"CONNECTOR_SENDS","askProspect":"MANUAL","attestedConsent":"BOTH",
         "connector":{"expires":"P5D","reminders":[]},"prospect":{"expires":"P10D","reminders":["P2D"]},
         "maxDeferral":"P100D","followUps":["P2W"],
         "protection":{"asksPer90Days":2,"coolDown":"P20D","dealFloor":{"amount":"10000.00","currency":"EUR"}},"mailing":[{"country":"GB","basis":"CONSENT"}]},
       "sla":{"firstContact":{"amount":8,"unit":"BUSINESS_HOUR"},"thankYou":{"amount":2,"unit":"BUSINESS_DAY"}},
       "attribution":{"model":{"type":"LINEAR"},"lookBack":"P1Y","sources":["CAPTURE","MANUAL"]},
       "rewards":[
         {"id":"won-10","trigger":"WON","to":"REFERRER","referrerKinds":null,"split":"BY_CREDIT","kind":"MONEY","unitWorth":null,
          "amount":{"type":"PERCENT","percent":"10","of":"DEAL_AMOUNT","value":null,"by":null,"steps":null,"per":null},
          "cap":{"amount":"3000.00","currency":"EUR"},"minimumDeal":{"amount":"500.00","currency":"EUR"},
          "capPerPeriod":{"amount":"9000.00","currency":"EUR","per":"P12M"},"recurring":null,"hold":"P0D",
          "approval":{"by":"AUTOMATIC","fourEyesAbove":"5000.00"},"clawback":{"window":"P30D","mode":"PRO_RATA"},"expires":"P1Y"},
         {"id":"met","trigger":"MEETING","to":"BOTH","referrerKinds":["CUSTOMER","PARTNER"],"split":"NONE","kind":"CREDIT","unitWorth":null,
          "amount":{"type":"FIXED","percent":null,"of":null,"value":{"amount":"50.00","currency":"EUR"},"by":null,"steps":null,"per":null},
          "cap":null,"minimumDeal":null,"capPerPeriod":null,"recurring":null,"hold":"P30D","approval":{"by":"PERSON","fourEyesAbove":null},
          "clawback":{"window":"P90D","mode":"FULL"},"expires":"P365D"},
         {"id":"points","trigger":"WON","to":"REFERRER","referrerKinds":null,"split":"NONE","kind":"POINTS","unitWorth":"0.01",
          "amount":{"type":"FIXED","percent":null,"of":null,"value":{"quantity":"500","unit":"POINTS"},"by":null,"steps":null,"per":null},
          "cap":null,"minimumDeal":null,"capPerPeriod":null,"recurring":null,"hold":"P30D","approval":{"by":"PERSON","fourEyesAbove":null},
          "clawback":{"window":"P90D","mode":"FULL"},"expires":"P365D"},
         {"id":"tiered","trigger":"WON","to":"REFERRER","referrerKinds":null,"split":"NONE","kind":"MONEY","unitWorth":null,
          "amount":{"type":"TIERED","percent":null,"of":"FIRST_YEAR_AMOUNT","value":null,"by":"COUNT","per":"P12M","steps":[
            {"from":1,"percent":"5","value":null},{"from":4,"percent":null,"value":{"amount":"99.00","currency":"EUR"}}]},
          "cap":null,"minimumDeal":null,"capPerPeriod":null,"recurring":null,"hold":"P30D","approval":{"by":"PERSON","fourEyesAbove":null},
          "clawback":{"window":"P90D","mode":"FULL"},"expires":"P365D"},
         {"id":"invoices","trigger":"INVOICE_PAID","to":"REFERRER","referrerKinds":null,"split":"NONE","kind":"MONEY","unitWorth":null,
          "amount":{"type":"PERCENT","percent":"5","of":"PAYMENT_AMOUNT","value":null,"by":null,"per":null,"steps":null},
          "cap":null,"minimumDeal":null,"capPerPeriod":null,"recurring":{"periods":12},"hold":"P30D","approval":{"by":"PERSON","fourEyesAbove":null},
          "clawback":{"window":"P90D","mode":"FULL"},"expires":"P365D"}],
       "gates":{"payeeLimit":{"amount":"1000.00","currency":"EUR","per":"P12M","document":"PROMOTER_AGREEMENT"},"blockedSectors":["health"],"blockedCountries":["IR"],"publicOfficials":"REVIEW",
         "taxForm":{"above":"600.00","currency":"EUR","document":"W_NINE"},"sameOrganization":true,"circular":true},
       "tiers":[1,3,10],"recognition":{"window":"P6M","leaderboard":"AGGREGATE","levels":[{"name":"Bronze","benefits":"A mug"},{"name":"Silver","benefits":null},{"name":"Gold","benefits":null}]},
       "templates":[{"kind":"CONNECTOR_ASK","language":"DE","subject":null,"text":"Ja? {link}"}],
       "briefs":[{"language":"DE","idealProspect":"Finanzleitungen","signals":["Sie stellen ein"],"questions":[],"notFor":[],
         "whatToSay":null,"benefit":"10 %","contact":null}],
       "terms":{"version":"2026-11","text":null,"url":"https://vouch.example/terms"}}""";
}
