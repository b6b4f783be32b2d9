package app.vouch.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What is in the database when the measurement begins, and what a caller sends; over the API. */
final class Story {
  private static final int REFERRERS = 20;

  private final Api api;
  private final AtomicInteger count = new AtomicInteger();

  Story(Api api) {
    this.api = api;
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
    String domain = "acme" + number + ".example";
    return api.write(
        "/v1/referrals",
        "capture-" + number,
        """
        {"prospect":{"name":"Ann Lee","email":"ann@%1$s","organization":{"name":"Acme","domain":"%1$s"}},"referrer":{"code":"%2$s"}}"""
            .formatted(domain, code(number % REFERRERS)));
  }

  /** A referral with an introduction under way and a reward for a deal that was won; its id. */
  String captureToReward() throws IOException {
    JsonNode referral = Api.json(capture());
    String id = referral.path("id").asText();
    write(
        "/v1/introductions",
        Map.of(
            "referralId",
            id,
            "requester",
            Map.of("name", "Sam Seller", "email", "sam@seller.example"),
            "subject",
            "Ann and Sam: shorter month ends at Acme",
            "context",
            "Ann leads finance at Acme and fights with month-end closing; Sam's team cut Kim's closing from nine days to two."));
    write(
        "/v1/deals",
        Map.of(
            "name",
            "Acme: closing automation",
            "externalRefs",
            List.of(Map.of("system", "democrm", "id", "OPP-" + id)),
            "referralId",
            id,
            "amount",
            Map.of("amount", "48000.00", "currency", "USD"),
            "stage",
            "Closed won",
            "milestone",
            "WON",
            "sourceVersion",
            1));
    return id;
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
