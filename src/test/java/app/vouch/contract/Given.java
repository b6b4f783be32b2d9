package app.vouch.contract;

import static app.vouch.TestApi.unique;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What scenarios begin with, made through the API by the way that they use. */
final class Given {
  /** 10 % of the first year's value, at most 3,000.00 USD, approved by a person, no hold. */
  static final Map<String, Object> REWARD =
      Map.of(
          "id", "won-10",
          "trigger", "WON",
          "split", "BY_CREDIT",
          "amount", Map.of("type", "PERCENT", "percent", "10", "of", "FIRST_YEAR_AMOUNT"),
          "cap", usd("3000.00"),
          "hold", "P0D",
          "approval", Map.of("by", "PERSON"));

  private static final String MIA = "crm:mia; name=\"Mia Manager\"";

  private final Api api;
  private final String program;
  private final String referrer;

  private Given(Api api, String program, String referrer) {
    this.api = api;
    this.program = program;
    this.referrer = referrer;
  }

  /** A program whose rules are the defaults, and Kim who refers. */
  static Given program(Api api) {
    return program(api, Map.of());
  }

  /** A program with rules of its own, and Kim who refers. */
  static Given program(Api api, Map<String, ?> settings) {
    String program = api.call("createProgram", Map.of("name", unique("Partners"))).text("id");
    publish(api, program, settings);
    return new Given(api, program, enrolled(api, program));
  }

  /** Kim's deal is won, so that the demo's reward waits for approval. */
  static Given wonDeal(Api api) {
    Given given =
        program(
            api,
            Map.of(
                "attribution", Map.of("model", Map.of("type", "LINEAR")),
                "rewards", List.of(REWARD)));
    api.call(
            "upsertDeal",
            deal(
                "D-1",
                "milestone",
                "WON",
                "amount",
                usd("48000.00"),
                "referralId",
                given.captured("ann@acme.example")))
        .ok();
    return given;
  }

  /** The id of a version that was published at once. */
  static String publish(Api api, String program, Map<String, ?> settings) {
    Map<String, Object> draft = new HashMap<>(settings);
    draft.put("programId", program);
    String version = api.call("createProgramVersion", draft).text("id");
    return api.call("publishProgramVersion", Map.of("id", version)).text("id");
  }

  private static String enrolled(Api api, String program) {
    return api.call(
            "enrolReferrer",
            Map.of(
                "programId",
                program,
                "person",
                Map.of("name", "Kim Park", "email", "kim@beta.example")))
        .text("id");
  }

  static Map<String, Object> usd(String amount) {
    return Map.of("amount", amount, "currency", "USD");
  }

  /** A deal under a reference, with further members as name, value, name, value. */
  static Map<String, Object> deal(String reference, @Nullable Object... members) {
    Map<String, Object> deal = input(members);
    deal.put("name", "Acme rollout");
    deal.put("externalRefs", List.of(Map.of("system", "hubspot", "id", reference)));
    return deal;
  }

  /** Members as name, value, name, value; they may be null. */
  static Map<String, Object> input(@Nullable Object... members) {
    Map<String, Object> input = new HashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      input.put(String.valueOf(members[i]), members[i + 1]);
    }
    return input;
  }

  Api api() {
    return api;
  }

  /** Somebody with a name, as four eyes and attested consents need. */
  Api mia() {
    return api.actingFor(MIA);
  }

  String program() {
    return program;
  }

  String referrer() {
    return referrer;
  }

  /** The three fields, and Kim. */
  Map<String, Object> capture(String email, @Nullable Object... members) {
    Map<String, Object> capture = input(members);
    capture.put(
        "prospect",
        Map.of(
            "name",
            "Ann Lee",
            "email",
            email,
            "organization",
            Map.of("name", "Acme", "domain", email.substring(email.indexOf('@') + 1))));
    capture.put("referrer", Map.of("id", referrer));
    capture.put("programId", program);
    return capture;
  }

  /** The id of a referral that was accepted. */
  String captured(String email) {
    return api.call("captureReferral", capture(email)).text("id");
  }

  /** The only reward there is. */
  String reward() {
    return String.valueOf(api.call("rewards").list("id").getFirst());
  }

  String payee() {
    return api.call("reward", Map.of("id", reward())).text("payeeId");
  }

  /** The reward is approved, and so available. */
  Given approved() {
    mia().call("transitionReward", Map.of("id", reward(), "action", "APPROVE")).ok();
    return this;
  }

  /** The id of a payout of all that is available, taken through these steps. */
  String payout(String... steps) {
    String id =
        api.call(
                "createPayout",
                Map.of("payeeId", payee(), "currency", "USD", "idempotencyKey", unique("payout")))
            .text("id");
    for (String step : steps) {
      mia().call("transitionPayout", Map.of("id", id, "action", step)).ok();
    }
    return id;
  }
}
