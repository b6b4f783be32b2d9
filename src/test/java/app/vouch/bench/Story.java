package app.vouch.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.http.message.BasicNameValuePair;

/** What is in the database when the measurement begins, and what a caller sends; over the API. */
final class Story {
  private static final int REFERRERS = 20;
  private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]+)\"");

  private final Api api;
  private final String mark;
  private final AtomicInteger count = new AtomicInteger();

  Story(Api api) {
    this(api, "");
  }

  /**
   * @param mark tells what this caller makes from what others made before
   */
  Story(Api api, String mark) {
    this.api = api;
    this.mark = mark;
  }

  /** A program with a reward of 10 %, and its referrers. */
  void begin() throws IOException {
    String program = id(write("/v1/programs", Map.of("name", "Customer referrals")));
    String version =
        id(
            api.write(
                "/v1/programs/" + program + "/versions",
                "version",
                """
                {"currency":"USD","attribution":{"model":{"type":"FIRST_TOUCH"}},
                 "introductions":{"protection":{"asksPer90Days":1000,"coolDown":"P0D"}},
                 "rewards":[{"id":"won-10","trigger":"WON","to":"REFERRER","split":"BY_CREDIT","kind":"MONEY",
                   "amount":{"type":"PERCENT","percent":"10","of":"FIRST_YEAR_AMOUNT"},
                   "cap":{"amount":"3000.00","currency":"USD"},"hold":"P0D","approval":{"by":"PERSON"}}]}"""));
    write("/v1/program-versions/" + version + "/publish", Map.of());
    for (int number = 0; number < REFERRERS; number++) {
      write(
          "/v1/referrers",
          Map.of(
              "person",
              Map.of("name", "Kim Park", "email", "kim@customer" + number + ".example"),
              "kind",
              "CUSTOMER",
              "code",
              code(number)));
    }
  }

  /** Captures a referral of somebody new, who works at an organization that is new. */
  byte[] capture() throws IOException {
    int number = count.incrementAndGet();
    String domain = mark + "acme" + number + ".example";
    return api.write(
        "/v1/referrals",
        "capture-" + mark + number,
        """
        {"prospect":{"name":"Ann Lee","email":"ann@%1$s","organization":{"name":"Acme","domain":"%1$s"}},"referrer":{"code":"%2$s"}}"""
            .formatted(domain, code(number % REFERRERS)));
  }

  /** An opt-in page that somebody has opened, with the code that its form sends back. */
  record OpenPage(String path, String nonce) {}

  /** A new introduction, which has timers of its own; the message with the connector's link. */
  String introduction() throws IOException {
    JsonNode introduction = Api.json(ask(id(capture())));
    return introduction.path("dueMessageId").asText();
  }

  /** A connector opens the page on which they are asked. */
  OpenPage openOptIn() throws IOException {
    JsonNode message = Api.json(write("/v1/messages/" + introduction() + "/render", Map.of()));
    String path = URI.create(message.path("link").asText()).getPath();
    Matcher nonce = NONCE.matcher(api.page(path));
    if (!nonce.find()) {
      throw new IllegalStateException("no form behind " + path);
    }
    return new OpenPage(path, nonce.group(1));
  }

  /** The connector says yes. */
  void sayYes(OpenPage page) throws IOException {
    String answer =
        api.submit(
            page.path(),
            visitor(count.incrementAndGet()),
            List.of(
                new BasicNameValuePair("choice", "ACCEPT"),
                new BasicNameValuePair("nonce", page.nonce())));
    if (NONCE.matcher(answer).find()) {
      throw new IllegalStateException("the form was shown again: " + answer);
    }
  }

  /** Visitors come from many addresses, each of which may send few forms. */
  private static String visitor(int number) {
    return "10.%d.%d.%d".formatted(number >> 16 & 255, number >> 8 & 255, number & 255);
  }

  /** A referral with an introduction under way and a reward for a deal that was won; its id. */
  String captureToReward() throws IOException {
    String id = id(capture());
    ask(id);
    deal(id);
    return id;
  }

  private byte[] ask(String referral) throws IOException {
    return write(
        "/v1/introductions",
        Map.of(
            "referralId",
            referral,
            "requester",
            Map.of("name", "Sam Seller", "email", "sam@seller.example"),
            "subject",
            "Ann and Sam: shorter month ends at Acme",
            "context",
            "Ann leads finance at Acme and fights with month-end closing; Sam's team cut Kim's closing from nine days to two."));
  }

  private void deal(String referral) throws IOException {
    write(
        "/v1/deals",
        Map.of(
            "name",
            "Acme: closing automation",
            "externalRefs",
            List.of(Map.of("system", "democrm", "id", "OPP-" + referral)),
            "referralId",
            referral,
            "amount",
            Map.of("amount", "48000.00", "currency", "USD"),
            "stage",
            "Closed won",
            "milestone",
            "WON",
            "sourceVersion",
            1));
  }

  private byte[] write(String path, Map<String, ?> body) throws IOException {
    return api.write(path, "story-" + count.incrementAndGet(), Api.text(body));
  }

  private static String code(int referrer) {
    return "KIM" + (100 + referrer);
  }

  private static String id(byte[] answer) throws IOException {
    return Api.json(answer).path("id").asText();
  }
}
