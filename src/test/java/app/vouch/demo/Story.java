package app.vouch.demo;

import app.vouch.demo.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * From "you should talk to Ann" to a posted reward and a verified webhook. Each step is checked;
 * the first that does not hold ends the story.
 */
public final class Story {
  private static final String SELLER = "crm:seller-7; name=\"Sam Seller\"";
  private static final String MANAGER = "crm:manager-1; name=\"Mia Manager\"";
  private static final String FINANCE = "crm:finance-3; name=\"Fay Finance\"";
  private static final Duration VERIFICATION_LIMIT = Duration.ofMinutes(2);
  private static final Duration DELIVERY_LIMIT = Duration.ofMinutes(3);
  private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]+)\"");

  /** Called between two steps: the kill test ends the service there and starts it again. */
  @FunctionalInterface
  public interface Between {
    void steps() throws IOException, InterruptedException;
  }

  private final Caller api;
  private final Receiver crm;
  private final Between between;
  private final Map<String, String> ids = new LinkedHashMap<>();
  private int step;

  /**
   * @param apiKey of a tenant without data
   */
  public Story(String url, String apiKey, Receiver crm, Between between) {
    this(new Caller(url, apiKey, Mishaps.NONE), crm, between);
  }

  public Story(Caller api, Receiver crm, Between between) {
    this.api = api;
    this.crm = crm;
    this.between = between;
  }

  /** The whole story, with every event arriving at the CRM. */
  public void play() throws IOException, InterruptedException {
    playToTheBooks();
    webhooks();
  }

  /** All but the arrival of the webhooks, which needs a clock that shows the present time. */
  public void playToTheBooks() throws IOException, InterruptedException {
    listen();
    publishProgram();
    enrol();
    capture();
    requestIntroduction();
    optIn("The connector says yes", "CONNECTOR_ASK", "REQUESTED", "PROSPECT_ASKED");
    optIn("The prospect says yes", "PROSPECT_INVITATION", "PROSPECT_ASKED", "MUTUAL");
    proof();
    introduce();
    dealMoves();
    dealWon();
    approve();
    pay();
    statusPage();
    books();
    statement();
    verification();
  }

  private void listen() throws IOException, InterruptedException {
    say("The CRM asks to be told of everything");
    Answer made =
        api.post(
            MANAGER,
            "endpoint",
            "/v1/webhook-endpoints",
            Map.of("url", crm.url(), "eventTypes", List.of("*"), "description", "Demo CRM"));
    expect(made, 201, "/state", "ENABLED");
    crm.secret(
        shownOnce(made, "/secret", "/v1/webhook-endpoints/" + made.text("/id") + "/secrets"));
    show("endpoint %s, secret shown once", made.text("/id"));
  }

  private void publishProgram() throws IOException, InterruptedException {
    say("Mia writes the rules: 10 % of the first year's value, at most 3,000.00 USD");
    Answer program =
        api.post(MANAGER, "program", "/v1/programs", Map.of("name", "Customer referrals"));
    expect(program, 201, "/state", "ACTIVE");
    keep("program", program);
    Answer draft =
        api.post(
            MANAGER,
            "version",
            "/v1/programs/" + ids.get("program") + "/versions",
            Map.of(
                "currency",
                "USD",
                "attribution",
                Map.of("model", Map.of("type", "FIRST_TOUCH")),
                "rewards",
                List.of(
                    Map.of(
                        "id",
                        "won-10",
                        "trigger",
                        "WON",
                        "to",
                        "REFERRER",
                        "split",
                        "BY_CREDIT",
                        "kind",
                        "MONEY",
                        "amount",
                        Map.of("type", "PERCENT", "percent", "10", "of", "FIRST_YEAR_AMOUNT"),
                        "cap",
                        Map.of("amount", "3000.00", "currency", "USD"),
                        "hold",
                        "P0D",
                        "approval",
                        Map.of("by", "PERSON")))));
    expect(draft, 201, "/state", "DRAFT");
    keep("version", draft);
    Answer published =
        api.post(
            MANAGER,
            "publish",
            "/v1/program-versions/" + ids.get("version") + "/publish",
            Map.of());
    expect(published, 200, "/state", "PUBLISHED");
    show("program %s, version %s published", ids.get("program"), ids.get("version"));
  }

  private void enrol() throws IOException, InterruptedException {
    say("Kim, a happy customer, is enrolled as a referrer");
    Answer referrer =
        api.post(
            MANAGER,
            "referrer",
            "/v1/referrers",
            Map.of(
                "person",
                Map.of("name", "Kim Park", "email", "kim@beta.example"),
                "kind",
                "CUSTOMER",
                "code",
                "KIM42"));
    expect(referrer, 201, "/state", "ENROLLED");
    keep("referrer", referrer);
    show("referrer %s, code %s", referrer.text("/id"), referrer.text("/code"));
  }

  private void capture() throws IOException, InterruptedException {
    say("\"You should talk to Ann\": Sam captures the referral, three fields");
    Answer referral =
        api.post(
            SELLER,
            "capture",
            "/v1/referrals",
            Map.of(
                "prospect",
                Map.of(
                    "name",
                    "Ann Lee",
                    "email",
                    "ann@acme.example",
                    "organization",
                    Map.of("name", "Acme", "domain", "acme.example")),
                "referrer",
                Map.of("code", "KIM42")));
    expect(referral, 201, "/state", "ACCEPTED");
    expect(referral, 201, "/decision/outcome", "ACCEPTED");
    keep("referral", referral);
    show(
        "referral %s, first contact due %s",
        referral.text("/id"), referral.text("/due/firstContact"));
    between.steps();
  }

  private void requestIntroduction() throws IOException, InterruptedException {
    say("Sam asks Kim for a warm introduction, and says why both would care");
    Answer introduction =
        api.post(
            SELLER,
            "introduction",
            "/v1/introductions",
            Map.of(
                "referralId",
                ids.get("referral"),
                "requester",
                Map.of("name", "Sam Seller", "email", "sam@seller.example"),
                "subject",
                "Ann and Sam: shorter month ends at Acme",
                "context",
                "Ann leads finance at Acme and fights with month-end closing; Sam's team cut Kim's closing from nine days to two."));
    expect(introduction, 201, "/state", "REQUESTED");
    keep("introduction", introduction);
    show("introduction %s", introduction.text("/id"));
    between.steps();
  }

  /**
   * Finds the message that is due, renders it, lets a mail scanner have its link first, then opens
   * the page and submits "accept".
   */
  private void optIn(String title, String kind, String before, String after)
      throws IOException, InterruptedException {
    say(title + ", on a page behind a link");
    String message = dueMessage(kind);
    String render = "/v1/messages/" + message + "/render";
    Answer rendered = api.post(SELLER, "render-" + kind, render, Map.of());
    String link = shownOnce(rendered, "/link", render);
    quote(rendered.text("/subject") + "\n\n" + rendered.text("/text"));
    String page = api.page(link);
    api.scan(link);
    api.submit(link, Map.of("choice", "ACCEPT"));
    check(
        stateOfIntroduction().equals(before),
        "neither a scanner nor a form without its nonce is an answer");
    Matcher nonce = NONCE.matcher(page);
    check(nonce.find(), "the page has a form with a nonce");
    Thread.sleep(2_100);
    api.submit(link, Map.of("choice", "ACCEPT", "nonce", nonce.group(1)));
    check(stateOfIntroduction().equals(after), "the introduction is " + after);
    check(
        !NONCE.matcher(api.page(link)).find(),
        "the link has served, its page has no form any more");
    show("consent recorded; introduction is %s", after);
    between.steps();
  }

  private void proof() throws IOException, InterruptedException {
    say("Two consents, each with the words that were shown");
    String introduction = "/v1/introductions/" + ids.get("introduction");
    Answer consents = api.get(introduction + "/consents");
    check(consents.body().path("data").size() == 2, "there are two consents");
    for (JsonNode consent : consents.body().path("data")) {
      check(consent.path("decision").asText().equals("GIVEN"), "each was given");
      show(
          "%s, %s, SHA-256 of the words %s…",
          consent.path("party").asText(),
          consent.path("decidedAt").asText(),
          consent.path("wordingHash").asText().substring(0, 12));
    }
    show("to print: GET %s", api.url(introduction + "/consents/evidence"));
  }

  /**
   * A secret, which a repeated call does not show again: when the answer that had it was lost,
   * another is made.
   */
  private String shownOnce(Answer answer, String pointer, String another)
      throws IOException, InterruptedException {
    Answer shown = answer;
    for (int i = 1; shown.body().at(pointer).isNull(); i++) {
      shown = api.post(MANAGER, another + "-again-" + i, another, Map.of());
    }
    return shown.text(pointer);
  }

  private String stateOfIntroduction() throws IOException, InterruptedException {
    return api.get("/v1/introductions/" + ids.get("introduction")).text("/state");
  }

  private String dueMessage(String kind) throws IOException, InterruptedException {
    Answer messages = api.get("/v1/introductions/" + ids.get("introduction") + "/messages");
    for (JsonNode message : messages.body().path("data")) {
      if (message.path("kind").asText().equals(kind)) {
        return message.path("id").asText();
      }
    }
    throw new IllegalStateException("no message of kind " + kind + " in " + messages.body());
  }

  private void introduce() throws IOException, InterruptedException {
    say("Both said yes: Kim introduces them");
    Answer introduced =
        api.post(
            SELLER,
            "introduce",
            "/v1/introductions/" + ids.get("introduction") + "/transitions",
            Map.of("action", "INTRODUCE"));
    expect(introduced, 200, "/state", "INTRODUCED");
    Answer referral = api.get("/v1/referrals/" + ids.get("referral"));
    expect(referral, 200, "/state", "CONTACTED");
    show("introduction INTRODUCED, referral CONTACTED");
    between.steps();
  }

  private void dealMoves() throws IOException, InterruptedException {
    say("The CRM reports the deal and its stages");
    deal("deal-1", "Discovery", "MEETING", 1);
    deal("deal-2", "Proposal", "QUALIFIED", 2);
    Answer referral = api.get("/v1/referrals/" + ids.get("referral"));
    expect(referral, 200, "/state", "QUALIFIED");
    show("referral QUALIFIED");
    between.steps();
  }

  private Answer deal(String key, String stage, String milestone, int version)
      throws IOException, InterruptedException {
    Answer deal =
        api.post(
            "crm:connector",
            key,
            "/v1/deals",
            Map.of(
                "name",
                "Acme: closing automation",
                "externalRefs",
                List.of(Map.of("system", "democrm", "id", "OPP-1001")),
                "organization",
                Map.of("name", "Acme", "domain", "acme.example"),
                "people",
                List.of(Map.of("name", "Ann Lee", "email", "ann@acme.example")),
                "amount",
                Map.of("amount", "48000.00", "currency", "USD"),
                "stage",
                stage,
                "milestone",
                milestone,
                "sourceVersion",
                version));
    check(deal.status() < 300, "the deal is mirrored");
    ids.put("deal", deal.text("/id"));
    return deal;
  }

  private void dealWon() throws IOException, InterruptedException {
    say("Won at 48,000.00 USD: credit, reward and ledger entry follow in the same transaction");
    Answer won = deal("deal-3", "Closed won", "WON", 3);
    expect(won, 200, "/status", "WON");
    expect(api.get("/v1/referrals/" + ids.get("referral")), 200, "/state", "WON");
    Answer credits = api.get("/v1/deals/" + ids.get("deal") + "/attributions");
    expect(credits, 200, "/data/0/credits/0/amount/amount", "48000.00");
    Answer rewards = api.get("/v1/rewards?referralId=" + ids.get("referral"));
    expect(rewards, 200, "/data/0/state", "PENDING");
    expect(rewards, 200, "/data/0/amount/amount", "3000.00");
    ids.put("reward", rewards.text("/data/0/id"));
    show("credit 48,000.00 to Kim; reward %s of 3,000.00, pending approval", ids.get("reward"));
    between.steps();
  }

  private void approve() throws IOException, InterruptedException {
    say("Mia approves the reward; its ledger entry is posted");
    Answer approved =
        api.post(
            MANAGER,
            "approve",
            "/v1/rewards/" + ids.get("reward") + "/transitions",
            Map.of("action", "APPROVE"));
    check(approved.status() == 200, "the reward is approved");
    Answer reward = api.get("/v1/rewards/" + ids.get("reward"));
    expect(reward, 200, "/state", "AVAILABLE");
    Answer explanation = api.get("/v1/rewards/" + ids.get("reward") + "/explanation");
    check(explanation.status() == 200, "the reward explains itself");
    ids.put("payee", reward.text("/payeeId"));
    show("reward AVAILABLE");
    between.steps();
  }

  private void pay() throws IOException, InterruptedException {
    say("Fay pays: payout made, approved, sent, settled");
    Answer payout =
        api.post(
            FINANCE,
            "payout",
            "/v1/payouts",
            Map.of("payeeId", ids.get("payee"), "currency", "USD"));
    expect(payout, 201, "/amount/amount", "3000.00");
    keep("payout", payout);
    for (String action : List.of("APPROVE", "SEND", "SETTLE")) {
      Answer moved =
          api.post(
              FINANCE,
              "payout-" + action,
              "/v1/payouts/" + ids.get("payout") + "/transitions",
              Map.of("action", action));
      check(moved.status() == 200, "payout " + action);
      between.steps();
    }
    expect(api.get("/v1/payouts/" + ids.get("payout")), 200, "/state", "SETTLED");
    expect(api.get("/v1/rewards/" + ids.get("reward")), 200, "/state", "PAID");
    show("payout SETTLED, reward PAID");
  }

  private void statusPage() throws IOException, InterruptedException {
    say("Kim, who has no account, sees what became of it on a page");
    String links = "/v1/referrers/" + ids.get("referrer") + "/page-links";
    Answer made = api.post(MANAGER, "status-page", links, Map.of("kind", "STATUS"));
    String link = shownOnce(made, "/url", links);
    String page = api.page(link);
    check(page.contains("Ann Lee"), "the page names the referral");
    check(page.contains("3,000.00"), "the page names the reward");
    show("status page: %s", link);
  }

  private void books() throws IOException, InterruptedException {
    say("The books balance");
    Answer trial = api.get("/v1/ledger/trial-balance");
    check(trial.status() == 200, "there is a trial balance");
    System.out.printf("    %-52s %12s %12s%n", "accounts", "debit", "credit");
    for (JsonNode row : trial.body().path("rows")) {
      System.out.printf(
          "    %-52s %12s %12s%n",
          row.path("account").asText(),
          row.at("/debit/amount").asText(),
          row.at("/credit/amount").asText());
    }
    JsonNode total = trial.body().at("/totals/0");
    check(
        total.at("/debit/amount").asText().equals(total.at("/credit/amount").asText()),
        "debits equal credits");
    check(total.at("/debit/amount").asText().equals("3000.00"), "the reward stands in them once");
    for (String list : List.of("referrals", "introductions", "deals", "rewards", "payouts")) {
      Answer all = api.get("/v1/" + list);
      check(all.body().path("data").size() == 1, "there is one of the " + list);
    }
  }

  private void statement() throws IOException, InterruptedException {
    say("Kim's statement: what was owed and what was paid, each line with its cause");
    String statement = "/v1/ledger/statements/" + ids.get("payee");
    Answer ends = api.get(statement + "?currency=USD");
    expect(ends, 200, "/closingBalance/amount", "0.00");
    JsonNode lines = api.get(statement + "/lines?currency=USD").body().path("data");
    check(lines.size() == 2, "there are two lines, got " + lines.size());
    for (JsonNode line : lines) {
      System.out.printf(
          "    %-8s of %-30s %10s  owed %10s%n",
          line.path("step").asText(),
          line.path("about").asText(),
          line.at("/change/amount").asText(),
          line.at("/balance/amount").asText());
    }
    show("to print: GET %s", api.url(statement + "/page?currency=USD"));
  }

  private void verification() throws IOException, InterruptedException {
    say("The books are proved: every hash, sum, balance, reward and payout computed anew");
    Answer begun = api.post(FINANCE, "verification", "/v1/ledger/verifications", Map.of());
    check(begun.status() == 201, "the verification is begun");
    String verification = "/v1/ledger/verifications/" + begun.text("/id");
    Answer over = api.get(verification);
    long deadline = System.nanoTime() + VERIFICATION_LIMIT.toNanos();
    while (over.body().path("outcome").isNull() && System.nanoTime() < deadline) {
      Thread.sleep(500);
      over = api.get(verification);
    }
    expect(over, 200, "/outcome", "SOUND");
    for (JsonNode checked : over.body().path("checked")) {
      System.out.printf(
          "    %-12s %4s rows%n", checked.path("check").asText(), checked.path("rows").asText());
    }
    show("the books are SOUND");
  }

  private void webhooks() throws IOException, InterruptedException {
    say("Every event of the log arrived at the CRM, verified");
    Answer events = api.get("/v1/events?limit=200");
    Map<String, String> logged = new LinkedHashMap<>();
    StreamSupport.stream(events.body().path("data").spliterator(), false)
        .forEach(e -> logged.put(e.path("id").asText(), e.path("type").asText()));
    check(!logged.isEmpty(), "there are events");
    long deadline = System.nanoTime() + DELIVERY_LIMIT.toNanos();
    while (!crm.verified().keySet().containsAll(logged.keySet()) && System.nanoTime() < deadline) {
      Thread.sleep(200);
    }
    TreeSet<String> missing = new TreeSet<>(logged.keySet());
    missing.removeAll(crm.verified().keySet());
    logged.forEach((id, type) -> System.out.printf("    %s %s%n", id, type));
    check(missing.isEmpty(), "all of them arrived; missing: " + missing);
    check(crm.refused().isEmpty(), "all of them verified; refused: " + crm.refused());
    show("%d events, each delivered and verified", logged.size());
  }

  private static void quote(String text) {
    Caller.masked(text).lines().forEach(line -> System.out.println("    | " + line));
  }

  private void keep(String name, Answer answer) {
    ids.put(name, answer.text("/id"));
  }

  private void say(String what) {
    System.out.printf("%n%2d. %s%n", ++step, what);
  }

  private static void show(String format, Object... values) {
    System.out.println("    ✓ " + format.formatted(values));
  }

  private static void expect(Answer answer, int status, String pointer, String value) {
    check(answer.status() == status, "status " + status + ", got " + answer.status());
    check(
        answer.text(pointer).equals(value),
        "%s is %s, got %s".formatted(pointer, value, answer.text(pointer)));
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("does not hold: " + what);
    }
  }
}
