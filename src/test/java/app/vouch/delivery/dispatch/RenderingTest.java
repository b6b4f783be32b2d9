package app.vouch.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.delivery.PayloadField;
import app.vouch.delivery.PayloadFormat;
import app.vouch.delivery.WebhookPayload;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenderingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] EVENT =
      """
      {"id":"evt_1","type":"referral.won","timestamp":"2026-11-22T09:30:00.123456Z",
       "apiVersion":"2026-11-01","live":true,"tenantId":"ten_1","sequence":42,
       "resource":{"type":"referral","id":"ref_1","version":7,"externalRefs":[]},
       "data":{"referral":{"id":"ref_1","state":"WON","amount":"12.50","note":null,"tags":["a","b"]}},
       "changes":{"state":["QUALIFIED","WON"]},"cause":{},"erasedAt":null}"""
          .getBytes(StandardCharsets.UTF_8);

  private final Rendering rendering = new Rendering("https://vouch.example");

  private static WebhookPayload payload(PayloadFormat format, boolean thin, PayloadField... to) {
    return new WebhookPayload(format, thin, List.of(to));
  }

  private JsonNode body(WebhookPayload payload) throws Exception {
    return JSON.readTree(rendering.of(EVENT, payload).body());
  }

  @Test
  void shouldSendTheStoredBytesAsTheyAre() {
    Rendered rendered = rendering.of(EVENT, WebhookPayload.WHOLE);

    assertThat(rendered.body()).isSameAs(EVENT);
    assertThat(rendered.headers()).isEqualTo(Map.of("Content-Type", "application/json"));
  }

  @Test
  void shouldLeaveTheDataOutOfAThinBody() throws Exception {
    JsonNode thin = body(payload(PayloadFormat.STANDARD, true));

    assertThat(thin.path("data").isNull()).isTrue();
    assertThat(thin.path("resource").path("id").asText()).isEqualTo("ref_1");
    assertThat(thin.size()).isEqualTo(JSON.readTree(EVENT).size());
  }

  @Test
  void shouldPutACloudEventAroundTheEvent() throws Exception {
    WebhookPayload payload = payload(PayloadFormat.CLOUDEVENTS_STRUCTURED, false);

    JsonNode envelope = body(payload);

    assertThat(rendering.of(EVENT, payload).headers())
        .containsEntry("Content-Type", "application/cloudevents+json; charset=utf-8");
    assertThat(envelope.path("data")).isEqualTo(JSON.readTree(EVENT));
    ((com.fasterxml.jackson.databind.node.ObjectNode) envelope).remove("data");
    assertThat(envelope)
        .isEqualTo(
            JSON.readTree(
                """
                {"specversion":"1.0","id":"evt_1","source":"https://vouch.example/tenants/ten_1",
                 "type":"app.vouch.referral.won","subject":"ref_1",
                 "time":"2026-11-22T09:30:00.123456Z","dataschema":"urn:vouch:event:referral.won",
                 "sequence":"0000000042","datacontenttype":"application/json"}"""));
  }

  @Test
  void shouldPutTheAttributesIntoHeadersOfABinaryCloudEvent() {
    Rendered rendered = rendering.of(EVENT, payload(PayloadFormat.CLOUDEVENTS_BINARY, false));

    assertThat(rendered.body()).isSameAs(EVENT);
    assertThat(rendered.headers())
        .containsEntry("Content-Type", "application/json")
        .containsEntry("ce-specversion", "1.0")
        .containsEntry("ce-id", "evt_1")
        .containsEntry("ce-type", "app.vouch.referral.won")
        .containsEntry("ce-sequence", "0000000042")
        .hasSize(9);
  }

  @Test
  void shouldPutABodyTogetherFromDeclaredFields() throws Exception {
    JsonNode mapped =
        body(
            payload(
                PayloadFormat.STANDARD,
                false,
                new PayloadField("lead.id", "/data/referral/id", null),
                new PayloadField("lead.tag", "/data/referral/tags/1", null),
                new PayloadField("lead.note", "/data/referral/note", null),
                new PayloadField("lead.missing", "/data/referral/nothing", null),
                new PayloadField("source", null, "vouch")));

    assertThat(mapped)
        .isEqualTo(
            JSON.readTree(
                "{\"lead\":{\"id\":\"ref_1\",\"tag\":\"b\",\"note\":null},\"source\":\"vouch\"}"));
  }

  @Test
  void shouldPutAMappedBodyIntoACloudEventWithoutTheSchemaThatItBreaks() throws Exception {
    JsonNode envelope =
        body(
            payload(
                PayloadFormat.CLOUDEVENTS_STRUCTURED, false, new PayloadField("id", "/id", null)));

    assertThat(envelope.path("data")).isEqualTo(JSON.readTree("{\"id\":\"evt_1\"}"));
    assertThat(envelope.has("dataschema")).isFalse();
  }

  @Test
  void shouldGiveASampleNoPlaceInTheOrder() throws Exception {
    byte[] sample =
        new String(EVENT, StandardCharsets.UTF_8)
            .replace("\"sequence\":42", "\"sequence\":0")
            .getBytes(StandardCharsets.UTF_8);

    assertThat(rendering.of(sample, payload(PayloadFormat.CLOUDEVENTS_BINARY, false)).headers())
        .doesNotContainKey("ce-sequence");
  }
}
