package app.vouch.contract;

import static app.vouch.contract.Given.deal;
import static app.vouch.contract.Given.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;

abstract class DealScenarios extends ContractSuite {

  @Scenario
  void shouldMirrorADealThroughItsStages(Api api) {
    Outcome made =
        api.write(
            "upsertDeal",
            deal(
                "D-1",
                "organization",
                Map.of("name", "Acme", "domain", "acme.example"),
                "people",
                List.of(Map.of("name", "Ann Lee", "email", "ann@acme.example")),
                "amount",
                usd("48000.00"),
                "stage",
                "Demo held",
                "milestone",
                "MEETING",
                "sourceVersion",
                1));
    assertThat(made.text("status")).isEqualTo("OPEN");
    String id = made.text("id");
    assertThat(api.read("deal", Map.of("id", id)).ok()).isEqualTo(made.ok());
    assertThat(api.read("deal", Map.of("id", "ext:hubspot:default:deal:D-1")).text("id"))
        .isEqualTo(id);

    for (List<Object> step :
        List.of(
            List.<Object>of("WON", "WON", 2),
            List.<Object>of("QUALIFIED", "OPEN", 3),
            List.<Object>of("LOST", "LOST", 4),
            List.<Object>of("QUALIFIED", "OPEN", 5))) {
      Outcome moved =
          api.write(
              "upsertDeal", deal("D-1", "milestone", step.get(0), "sourceVersion", step.get(2)));
      assertThat(moved.text("id")).isEqualTo(id);
      assertThat(moved.text("status")).isEqualTo(step.get(1));
      assertThat(moved.text("amount.amount")).isEqualTo("48000.00");
    }
  }

  @Scenario
  void shouldIgnoreAndRememberAStaleVersion(Api api) {
    String id =
        api.write("upsertDeal", deal("D-1", "sourceVersion", 7, "milestone", "QUALIFIED"))
            .text("id");

    Outcome stale = api.call("upsertDeal", deal("D-1", "sourceVersion", 6, "milestone", "LOST"));

    assertThat(stale.text("stale")).isEqualTo("true");
    assertThat(stale.text("status")).isEqualTo("OPEN");
    assertThat(api.read("dealChanges", Map.of("id", id)).list("outcome"))
        .containsExactly("IGNORED", "APPLIED");
    assertThat(api.read("dealChanges", Map.of("id", id, "first", 1)).list("sourceVersion"))
        .containsExactly("6");
  }

  @Scenario
  void shouldBeAnotherVersionWithAnotherReference(Api api) {
    String id = api.write("upsertDeal", deal("D-1", "milestone", "QUALIFIED")).text("id");

    Outcome named =
        api.write(
            "upsertDeal",
            Map.of(
                "name",
                "Acme rollout",
                "externalRefs",
                List.of(
                    Map.of("system", "hubspot", "id", "D-1"),
                    Map.of("system", "salesforce", "id", "006A"))));

    assertThat(named.text("id")).isEqualTo(id);
    assertThat(named.text("version")).isEqualTo("2");
    assertThat(api.read("dealChanges", Map.of("id", id, "first", 1)).list("fields.0"))
        .containsExactly("externalRefs");
  }

  @Scenario
  void shouldListWhatTheFiltersName(Api api) {
    String open =
        api.write(
                "upsertDeal",
                deal("D-1", "organization", Map.of("name", "Acme", "domain", "acme.example")))
            .text("id");
    String organization = api.call("deal", Map.of("id", open)).text("organization.id");
    String won = api.write("upsertDeal", deal("D-2", "milestone", "WON")).text("id");

    assertThat(api.read("deals", Map.of()).list("id")).containsExactly(won, open);
    assertThat(api.read("deals", Map.of("status", "WON")).list("id")).containsExactly(won);
    assertThat(api.read("deals", Map.of("organizationId", organization)).list("id"))
        .containsExactly(open);
    assertThat(api.read("deals", Map.of("externalRef", "hubspot:default:deal:D-2")).list("id"))
        .containsExactly(won);
    assertThat(api.call("deals", Map.of("organizationId", "x")).no().fields())
        .containsExactly("organizationId");
  }

  @Scenario
  void shouldRecordWhatWasPaidAndGivenBackOnce(Api api) {
    String id = api.write("upsertDeal", deal("D-1", "amount", usd("1200.00"))).text("id");
    Map<String, Object> invoice =
        Map.of("id", id, "externalRef", billing("INV-1"), "amount", usd("100.00"));

    Outcome paid = api.write("recordDealPayment", invoice);
    assertThat(paid.text("number")).isEqualTo("1");
    assertThat(paid.text("refunded.amount")).isEqualTo("0.00");
    assertThat(api.call("recordDealPayment", invoice).text("id")).isEqualTo(paid.text("id"));
    Outcome back =
        api.write(
            "refundDealPayment",
            Map.of(
                "id",
                id,
                "paymentId",
                paid.text("id"),
                "externalRef",
                billing("CN-1"),
                "amount",
                usd("30.00")));

    assertThat(back.text("refunded.amount")).isEqualTo("30.00");
    assertThat(api.read("dealPayments", Map.of("dealId", id)).list("id"))
        .containsExactly(paid.text("id"));
  }

  @Scenario
  void shouldRefuseAPaymentThatIsAnotherOneAndARefundOfTooMuch(Api api) {
    String id = api.write("upsertDeal", deal("D-1", "amount", usd("1200.00"))).text("id");
    String other = api.write("upsertDeal", deal("D-2", "amount", usd("1200.00"))).text("id");
    String payment =
        api.write(
                "recordDealPayment",
                Map.of("id", id, "externalRef", billing("INV-1"), "amount", usd("100.00")))
            .text("id");

    assertThat(
            api.call(
                    "recordDealPayment",
                    Map.of("id", id, "externalRef", billing("INV-1"), "amount", usd("101.00")))
                .code())
        .isEqualTo("external-ref-conflict");
    assertThat(
            api.call(
                    "recordDealPayment",
                    Map.of("id", id, "externalRef", billing("INV-2"), "amount", usd("0.00")))
                .code())
        .isEqualTo("amount-out-of-range");
    assertThat(
            api.call(
                    "recordDealPayment",
                    Map.of(
                        "id",
                        id,
                        "externalRef",
                        billing("INV-2"),
                        "amount",
                        Map.of("amount", "1.00", "currency", "EUR")))
                .code())
        .isEqualTo("currency-mismatch");
    assertThat(refund(api, id, payment, "100.01").code()).isEqualTo("amount-out-of-range");
    assertThat(refund(api, other, payment, "1.00").code()).isEqualTo("unknown-reference");
    assertThat(
            api.call(
                    "recordDealPayment",
                    Map.of(
                        "id",
                        "dea_01h455vb4pex5vsknk084sn02q",
                        "externalRef",
                        billing("INV-9"),
                        "amount",
                        usd("1.00")))
                .code())
        .isEqualTo("not-found");
  }

  private static Outcome refund(Api api, String deal, String payment, String amount) {
    return api.call(
        "refundDealPayment",
        Map.of(
            "id",
            deal,
            "paymentId",
            payment,
            "externalRef",
            billing("CN-" + amount),
            "amount",
            usd(amount)));
  }

  private static Map<String, String> billing(String id) {
    return Map.of("system", "billing", "id", id);
  }

  @Scenario
  void shouldRefuseAnAmountThatIsTooPreciseOrMixed(Api api) {
    assertThat(api.call("upsertDeal", deal("D-1", "amount", usd("1.001"))).code())
        .isEqualTo("amount-precision");
    assertThat(
            api.call(
                    "upsertDeal", deal("D-1", "amount", Map.of("amount", "1.5", "currency", "JPY")))
                .code())
        .isEqualTo("amount-precision");
    assertThat(
            api.call(
                    "upsertDeal",
                    deal(
                        "D-1",
                        "amount",
                        usd("1.00"),
                        "firstYearAmount",
                        Map.of("amount", "1.00", "currency", "EUR")))
                .code())
        .isEqualTo("currency-mismatch");
    assertThat(
            api.call(
                    "upsertDeal",
                    deal("D-1", "amount", Map.of("amount", "1.00", "currency", "XYZ")))
                .no()
                .fields())
        .containsExactly("amount/currency");
    assertThat(api.call("deals").list()).isEmpty();
  }

  @Scenario
  void shouldSayWhatADryRunWouldDo(Api api) {
    Given given = Given.program(api, Map.of("rewards", List.of(Given.REWARD)));
    String referral = given.captured("ann@acme.example");

    Outcome preview =
        api.call(
            "upsertDeal",
            deal(
                "D-1",
                "milestone",
                "WON",
                "amount",
                usd("1000.00"),
                "referralId",
                referral,
                "dryRun",
                true));

    assertThat(preview.text("status")).isEqualTo("WON");
    assertThat(preview.previewedEvents())
        .contains("deal.won", "referral.won", "attribution.computed", "reward.granted");
    assertThat(preview.preview())
        .extractingByKey("rewards", InstanceOfAssertFactories.LIST)
        .singleElement()
        .hasFieldOrPropertyWithValue("amount", Map.of("amount", "100.00", "currency", "USD"));
    assertThat(api.call("deals").list()).isEmpty();
  }
}
