package app.vouch.incentive;

import static app.vouch.TestApi.api;
import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.incentive.ledger.LedgerHarness;
import app.vouch.platform.event.EventType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A reward of 2,000.00, 10 % of a deal or of its invoice, at each stage of its life: what each
 * cause makes of it and books. Every cause is told twice and followed once.
 */
@QuarkusTest
class MoneyChainTest {
  private static final String RULE =
      """
      {"id":"won-10","trigger":"WON","amount":{"type":"PERCENT","percent":"10"},
       "hold":"P0D","approval":{"by":"PERSON"},"clawback":{"window":"P90D"}}""";

  @Inject LedgerHarness books;
  @Inject FailingListener failing;

  /** How far the reward has come when the cause arrives. */
  private enum Stage {
    PENDING,
    APPROVED,
    AVAILABLE,
    PAID
  }

  /** What happens, and what that shall do to the reward. */
  private enum Cause {
    REPORTED_AGAIN(Effect.NOTHING) {
      @Override
      void happen(Chain chain) {
        chain.kim.won("20000.00");
      }
    },
    AMOUNT_GREW(Effect.GROWS) {
      @Override
      void happen(Chain chain) {
        chain.kim.won("25000.00");
      }
    },
    AMOUNT_SHRANK(Effect.HALVES) {
      @Override
      void happen(Chain chain) {
        chain.kim.won("10000.00");
      }
    },
    REOPENED(Effect.FALLS) {
      @Override
      void happen(Chain chain) {
        chain.kim.deal("QUALIFIED", "20000.00", "USD").statusCode(200);
      }
    },
    LOST(Effect.FALLS) {
      @Override
      void happen(Chain chain) {
        chain.kim.deal("LOST", "20000.00", "USD").statusCode(200);
      }
    },
    ATTRIBUTION_REVISED(Effect.HALVES) {
      @Override
      void happen(Chain chain) {
        chain.link(chain.lou);
      }
    },
    FOUND_FRAUDULENT(Effect.FALLS) {
      @Override
      void happen(Chain chain) {
        chain.reject();
      }
    },
    REFUNDED_IN_PART(Effect.HALVES) {
      @Override
      void happen(Chain chain) {
        chain.refund("10000.00");
      }
    },
    REFUNDED(Effect.FALLS) {
      @Override
      void happen(Chain chain) {
        chain.refund("20000.00");
      }
    };

    private final Effect effect;

    Cause(Effect effect) {
      this.effect = effect;
    }

    abstract void happen(Chain chain);

    boolean isOfPayment() {
      return this == REFUNDED || this == REFUNDED_IN_PART;
    }
  }

  private enum Effect {
    NOTHING,
    GROWS,
    HALVES,
    FALLS;

    /** The state and amount of the reward, and what is booked about it. */
    List<String> on(Stage stage) {
      return switch (this) {
        case NOTHING -> List.of(stage + " 2000.00");
        case GROWS ->
            switch (stage) {
              case PENDING ->
                  List.of(
                      "PENDING 2500.00",
                      "ADJUST_VOID VOID",
                      "ADJUST PENDING Dr EXPENSE 2500.00, Cr PAYABLE 2500.00");
              case APPROVED, AVAILABLE ->
                  List.of(stage + " 2500.00", "ADJUST POSTED Dr EXPENSE 500.00, Cr PAYABLE 500.00");
              case PAID -> List.of("PAID 2000.00");
            };
        case HALVES ->
            switch (stage) {
              case PENDING -> List.of("PENDING 1000.00");
              case APPROVED, AVAILABLE ->
                  List.of(
                      stage + " 1000.00", "ADJUST POSTED Dr PAYABLE 1000.00, Cr EXPENSE 1000.00");
              case PAID ->
                  List.of(
                      "PAID 1000.00", "ADJUST POSTED Dr RECEIVABLE 1000.00, Cr EXPENSE 1000.00");
            };
        case FALLS ->
            switch (stage) {
              case PENDING -> List.of("REVERSED 2000.00", "REVERSE VOID");
              case APPROVED, AVAILABLE ->
                  List.of(
                      "REVERSED 2000.00", "REVERSE POSTED Dr PAYABLE 2000.00, Cr EXPENSE 2000.00");
              case PAID ->
                  List.of(
                      "REVERSED 2000.00",
                      "REVERSE POSTED Dr RECEIVABLE 2000.00, Cr EXPENSE 2000.00");
            };
      };
    }
  }

  static Stream<Arguments> cases() {
    return Arrays.stream(Cause.values())
        .flatMap(cause -> Arrays.stream(Stage.values()).map(stage -> Arguments.of(cause, stage)));
  }

  @ParameterizedTest(name = "{0} of a reward that is {1}")
  @MethodSource("cases")
  void shouldFollowTheCauseOnce(Cause cause, Stage stage) {
    Chain chain = Chain.reaching(stage, cause.isOfPayment());
    List<String> before = chain.entries();

    cause.happen(chain);
    List<String> after = chain.entries();
    cause.happen(chain);

    List<String> followed = new ArrayList<>(List.of(chain.reward()));
    followed.addAll(after.subList(before.size(), after.size()));
    assertThat(followed).isEqualTo(cause.effect.on(stage));
    assertThat(chain.entries()).as("after the repetition").isEqualTo(after);
    assertThat(chain.kim.rewards().getList("data.state"))
        .as("a supplement carries what a paid reward does not")
        .hasSize(cause == Cause.AMOUNT_GREW && stage == Stage.PAID ? 2 : 1);
    books.requireSound(chain.kim.tenant());
    books.requireNoneBelowZero(chain.kim.tenant());
  }

  @ParameterizedTest
  @EnumSource(
      value = EventType.class,
      names = {
        "DEAL_UPDATED",
        "DEAL_REOPENED",
        "REFERRAL_REOPENED",
        "ATTRIBUTION_REVISED",
        "REWARD_REVERSED"
      })
  void shouldLeaveEverythingAsItWasWhenAListenerFails(EventType type) {
    Chain chain = Chain.reaching(Stage.PAID, false);
    List<String> before = chain.everything();

    failing.during(type, () -> chain.kim.deal("QUALIFIED", "20000.00", "USD").statusCode(500));

    assertThat(chain.everything()).isEqualTo(before);
    Cause.REOPENED.happen(chain);
    assertThat(chain.reward()).isEqualTo("REVERSED 2000.00");
    books.requireSound(chain.kim.tenant());
  }

  @ParameterizedTest
  @EnumSource(
      value = EventType.class,
      names = {"DEAL_PAYMENT_REFUNDED", "REWARD_REVERSED"})
  void shouldRecordNoRefundWhenAListenerFails(EventType type) {
    Chain chain = Chain.reaching(Stage.PAID, true);
    List<String> before = chain.everything();

    failing.during(type, () -> chain.refunding("20000.00").statusCode(500));

    assertThat(chain.everything()).isEqualTo(before);
    Cause.REFUNDED.happen(chain);
    assertThat(chain.reward()).isEqualTo("REVERSED 2000.00");
    books.requireSound(chain.kim.tenant());
  }

  /** Kim's deal of 20,000.00, her reward, and Lou, whose referral of it is not linked yet. */
  private static final class Chain {
    private final IncentiveStory kim;
    private final IncentiveStory lou;
    private final String deal;
    private String payment = "";
    private String reward = "";

    private Chain(IncentiveStory kim) {
      this.kim = kim;
      this.lou = kim.otherPayee();
      this.deal = kim.deal("WON", "20000.00", "USD").statusCode(201).extract().path("id");
    }

    static Chain reaching(Stage stage, boolean ofPayment) {
      String rule = ofPayment ? RULE.replace("\"WON\"", "\"INVOICE_PAID\"") : RULE;
      Chain chain =
          new Chain(
              IncentiveStory.with(
                  stage == Stage.APPROVED ? rule.replace("\"P0D\"", "\"P30D\"") : rule));
      if (ofPayment) {
        chain.payment = chain.paying().statusCode(201).extract().path("id");
      }
      chain.reward = chain.kim.reward();
      if (stage != Stage.PENDING) {
        chain.kim.approved();
      }
      if (stage == Stage.PAID) {
        chain.kim.payout("APPROVE", "SEND", "SETTLE");
      }
      assertThat(chain.reward()).isEqualTo(stage + " 2000.00");
      return chain;
    }

    void link(IncentiveStory other) {
      post("/v1/referrals/" + other.referral() + "/deals/" + deal, Map.of())
          .statusCode(org.hamcrest.Matchers.lessThan(300));
    }

    /** Told again, a referral that is rejected is refused or answered; neither books. */
    void reject() {
      post(
              "/v1/referrals/" + kim.referral() + "/transitions",
              Map.of("action", "REJECT", "reasonCode", "FRAUD"))
          .statusCode(org.hamcrest.Matchers.oneOf(200, 409));
      assertThat(kim.referralState()).isEqualTo("REJECTED");
    }

    private ValidatableResponse paying() {
      return post("/v1/deals/" + deal + "/payments", money("INV-1", "20000.00", Map.of()));
    }

    void refund(String amount) {
      refunding(amount).statusCode(org.hamcrest.Matchers.oneOf(200, 201));
    }

    ValidatableResponse refunding(String amount) {
      return post(
          "/v1/deals/" + deal + "/refunds", money("CN-1", amount, Map.of("paymentId", payment)));
    }

    private static Map<String, Object> money(String ref, String amount, Map<String, ?> more) {
      Map<String, Object> body = new java.util.HashMap<>(more);
      body.put("externalRef", Map.of("system", "billing", "id", ref));
      body.put("amount", Map.of("amount", amount, "currency", "USD"));
      return body;
    }

    private ValidatableResponse post(String path, Map<String, ?> body) {
      return api(kim.key()).body(body).post(path).then();
    }

    String reward() {
      JsonPath shown = api(kim.key()).get("/v1/rewards/" + reward).jsonPath();
      return shown.getString("state") + " " + shown.getString("amount.amount");
    }

    /** What was booked about the reward, the oldest first: step, kind and legs. */
    List<String> entries() {
      List<Map<String, ?>> found =
          api(kim.key())
              .get("/v1/ledger/entries?about=" + reward)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath()
              .getList("data");
      return found.reversed().stream().map(Chain::shown).toList();
    }

    private static String shown(Map<String, ?> entry) {
      String step = String.valueOf(entry.get("key")).split(":", -1)[1];
      List<String> legs =
          ((List<?>) entry.get("legs"))
              .stream().map(leg -> leg((Map<?, ?>) leg)).sorted(Comparator.reverseOrder()).toList();
      String kind = String.valueOf(entry.get("kind"));
      return kind.equals("VOIDED")
          ? step + " VOID"
          : step + " " + kind + " " + String.join(", ", legs);
    }

    private static String leg(Map<?, ?> leg) {
      String account = String.valueOf(leg.get("account")).split(":", -1)[0];
      String side = "DEBIT".equals(leg.get("side")) ? "Dr " : "Cr ";
      return side + account + " " + ((Map<?, ?>) leg.get("amount")).get("amount");
    }

    /** All that a cause may change, as it is shown. */
    List<String> everything() {
      return Stream.of(
              "/v1/deals/" + deal,
              "/v1/deals/" + deal + "/payments",
              "/v1/deals/" + deal + "/attributions",
              "/v1/referrals/" + kim.referral(),
              "/v1/rewards?limit=200",
              "/v1/ledger/entries?limit=200",
              "/v1/events?limit=200")
          .map(path -> api(kim.key()).get(path).then().statusCode(200).extract().asString())
          .toList();
    }
  }
}
