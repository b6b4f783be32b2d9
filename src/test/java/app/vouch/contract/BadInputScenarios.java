package app.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What no operation takes, tried on each of them. */
abstract class BadInputScenarios extends ContractSuite {
  private static final OpenApiOperations REST = OpenApiOperations.committed();
  private static final GraphqlFields GRAPHQL = GraphqlFields.committed();
  private static final List<Object> ONE_WRONG = List.of(List.of(Map.of("wrong", List.of())));
  private static final List<Object> BOTH_WRONG = List.of(ONE_WRONG.getFirst(), true);

  /** The operations that exist both ways. */
  private static Map<String, OpenApiOperations.Place> operations() {
    Map<String, OpenApiOperations.Place> common = new TreeMap<>(REST.all());
    common.keySet().retainAll(GRAPHQL.operations());
    return common;
  }

  private static Map<String, OpenApiOperations.Place> withBody() {
    Map<String, OpenApiOperations.Place> writes = operations();
    writes.values().removeIf(place -> place.mediaType() == null);
    return writes;
  }

  /** An input with one more member. */
  private static Map<String, Object> with(String operation, String member, Object value) {
    Map<String, Object> input = new HashMap<>(SmallestInput.of(operation));
    input.put(member, value);
    return input;
  }

  @Scenario
  void shouldRefuseWhatIsNotJson(Api api) {
    Map<String, OpenApiOperations.Place> writes = withBody();
    writes.values().removeIf(place -> !place.needsBody());
    for (String operation : writes.keySet()) {
      for (String body :
          List.of("{", "{\"name\": ", "[]", "\"text\"", "{\"a\": 1, \"a\": 2}", "")) {
        assertThat(api.send(operation, body).code())
            .as("%s of %s", operation, body)
            .isEqualTo("invalid-request");
      }
    }
  }

  @Scenario
  void shouldRefuseAMemberThatIsUnknown(Api api) {
    withBody()
        .keySet()
        .forEach(
            operation ->
                assertThat(api.call(operation, with(operation, "colour", "red")).code())
                    .as(operation)
                    .isEqualTo("invalid-request"));
  }

  @Scenario
  void shouldRefuseAMemberOfAnotherType(Api api) {
    withBody()
        .forEach(
            (operation, place) ->
                REST.members(place.input())
                    .forEach(
                        (member, schema) -> {
                          for (Object wrong : isBoolean(schema) ? ONE_WRONG : BOTH_WRONG) {
                            assertThat(api.call(operation, with(operation, member, wrong)).code())
                                .as("%s with %s: %s", operation, member, wrong)
                                .isEqualTo("invalid-request");
                          }
                        }));
  }

  private static boolean isBoolean(JsonNode schema) {
    return REST.resolved(schema).path("type").toString().contains("boolean");
  }

  @Scenario
  void shouldRefuseAWordThatIsNoChoice(Api api) {
    withBody()
        .forEach(
            (operation, place) ->
                REST.members(place.input())
                    .forEach(
                        (member, schema) -> {
                          if (isChoice(schema)) {
                            assertThat(api.call(operation, with(operation, member, "EAT")).code())
                                .as("%s with %s", operation, member)
                                .isEqualTo("invalid-request");
                          }
                        }));
  }

  private static boolean isChoice(JsonNode schema) {
    return REST.resolved(schema).has("enum");
  }

  @Scenario
  void shouldNameTheScopeThatIsMissing(Api api) {
    Api keys = api.withScopes("keys:read");
    Api audit = api.withScopes("audit:read");
    operations()
        .forEach(
            (operation, place) -> {
              if (!place.scope().isEmpty()) {
                Outcome refused =
                    (place.scope().equals("keys:read") ? audit : keys)
                        .call(operation, SmallestInput.of(operation));
                assertThat(refused.code()).as(operation).isEqualTo("missing-scope");
                assertThat(refused.no().message()).as(operation).contains(place.scope());
              }
            });
  }

  @Scenario
  void shouldFindNothingUnderAnIdOfAnotherTypeOrTenant(Api api) {
    Map<String, String> ids = new World(api).ids();
    Api stranger = api.ofAnotherTenant();
    operations()
        .forEach(
            (operation, place) -> {
              if (!place.path().isEmpty()) {
                String theirs = ids.get(World.collection(place.template()));
                assertThat(theirs).as("some id for %s", place.template()).isNotNull();
                for (String id : List.of(theirs, "lnk_01h455vb4pex5vsknk084sn02q")) {
                  assertThat(stranger.call(operation, SmallestInput.of(operation, id)).code())
                      .as("%s of %s", operation, id)
                      .isEqualTo("not-found");
                }
              }
            });
  }

  /** Of things that exist, so that nothing else is wrong. */
  @Scenario
  void shouldSayWhatIsMissing(Api api) {
    Map<String, String> ids = new World(api).ids();
    withBody()
        .forEach(
            (operation, place) -> {
              Map<String, Object> whole =
                  place.path().isEmpty()
                      ? SmallestInput.of(operation)
                      : SmallestInput.of(operation, ids.get(World.collection(place.template())));
              for (JsonNode member : place.input().path("required")) {
                Map<String, Object> input = new HashMap<>(whole);
                input.remove(member.asText());
                assertThat(api.call(operation, input).code())
                    .as("%s without %s", operation, member.asText())
                    .isEqualTo("invalid-request");
              }
            });
  }

  @Scenario
  void shouldKnowNothingOfAnotherTenantsThingsInABody(Api api) {
    Map<String, String> ids = new World(api).ids();
    Given stranger = Given.program(api.ofAnotherTenant());
    Map<String, Object> capture = stranger.capture("bob@other.example");
    capture.put("programId", ids.get("programs"));
    Map<String, Object> byTheirs = stranger.capture("bob@other.example");
    byTheirs.put("referrer", Map.of("id", ids.get("referrers")));

    assertThat(stranger.api().call("captureReferral", capture).code())
        .isEqualTo("unknown-reference");
    assertThat(stranger.api().call("captureReferral", byTheirs).code())
        .isEqualTo("unknown-reference");
    assertThat(
            stranger
                .api()
                .call("upsertDeal", Given.deal("D-1", "referralId", ids.get("referrals")))
                .code())
        .isEqualTo("unknown-reference");
    assertThat(
            stranger
                .api()
                .call("upsertDeal", Given.deal("D-1", "organizationId", ids.get("organizations")))
                .code())
        .isEqualTo("unknown-reference");
    assertThat(
            stranger
                .api()
                .call("enrolReferrer", Map.of("person", Map.of("id", ids.get("people"))))
                .code())
        .isEqualTo("unknown-reference");
    assertThat(
            stranger
                .api()
                .call(
                    "recordTouchpoint", Map.of("referralId", ids.get("referrals"), "evidence", "x"))
                .code())
        .isEqualTo("unknown-reference");
  }

  @Scenario
  void shouldTakeATimeWithAnOffsetAndRefuseWhatIsNoTime(Api api) {
    Given given = Given.program(api);

    assertThat(
            api.call(
                    "captureReferral",
                    given.capture("ann@acme.example", "occurredAt", "2026-01-02T04:04:05+01:00"))
                .text("occurredAt"))
        .isEqualTo("2026-01-02T03:04:05Z");
    assertThat(api.read("referrals", Map.of("updatedSince", "2026-01-02T04:04:05+01:00")).list())
        .hasSize(1);
    for (String time : List.of("yesterday", "2026-01-02", "2026-01-02T04:04:05", "")) {
      assertThat(
              api.call("captureReferral", given.capture("bob@other.example", "occurredAt", time))
                  .code())
          .as(time)
          .isEqualTo("invalid-request");
    }
  }
}
