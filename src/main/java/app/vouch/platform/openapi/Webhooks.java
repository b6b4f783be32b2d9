package app.vouch.platform.openapi;

import app.vouch.platform.event.EventData;
import app.vouch.platform.event.EventType;
import app.vouch.platform.event.EventType.EventKind;
import app.vouch.shared.IdType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What Vouch sends to webhook endpoints: one entry per type of event. */
final class Webhooks {
  private static final String EVENT = "Event";
  private static final String JSON = "application/json";
  private static final String ID_SUFFIX = "_[0-7][0-9a-hjkmnp-tv-z]{25}$";
  private static final String ID = "WebhookId";
  private static final String TIMESTAMP = "WebhookTimestamp";
  private static final String SIGNATURE = "WebhookSignature";
  private static final String TAKEN = "WebhookTaken";
  private static final String GONE = "WebhookGone";
  private static final String LATER = "WebhookLater";
  private static final int MAX_ID = 30;
  private static final int MAX_SIGNATURES = 2_000;

  static void addTo(OpenAPI document) {
    Components components = document.getComponents();
    changesArePairs(Objects.requireNonNull(components.getSchemas().get(EVENT)));
    for (EventData data : EventData.values()) {
      components.addSchema(data.schema(), event(data));
    }
    components
        .addParameter(ID, header("webhook-id", "The event's id, the same on every attempt", id()))
        .addParameter(
            TIMESTAMP,
            header("webhook-timestamp", "When this attempt was made, in seconds", seconds()))
        .addParameter(
            SIGNATURE,
            header(
                "webhook-signature",
                "Verify it with the endpoint's secret before anything else: `v1,` and the base64 of"
                    + " HMAC-SHA256 over `{webhook-id}.{webhook-timestamp}.{body}`, one per live"
                    + " secret, separated by blanks; as https://www.standardwebhooks.com says",
                SharedParts.text(MAX_SIGNATURES)))
        .addResponse(
            TAKEN, answer("Taken. It may come again: treat `webhook-id` as an idempotency key"))
        .addResponse(GONE, answer("Never again: disables the endpoint, and holds its deliveries"))
        .addResponse(
            LATER,
            answer("Anything else, or no answer in 15 seconds: tried again, up to ten times"));
    for (EventType type : EventType.values()) {
      document.addWebhook(type.text(), webhook(type));
    }
  }

  private static void changesArePairs(Schema event) {
    Schema changes = Objects.requireNonNull(event.getProperties().get("changes"));
    changes.getAdditionalPropertiesSchema().minItems(2).maxItems(2);
  }

  /** The envelope, narrowed to what these data say. */
  private static Schema event(EventData data) {
    Schema held = object();
    List<String> required = new ArrayList<>();
    data.members()
        .forEach(
            (member, view) -> {
              held.addProperty(member, OASFactory.createSchema().ref(view));
              required.add(member);
            });
    held.required(required);
    IdType resource = data.resource();
    Schema about =
        object()
            .addProperty("type", text().constValue(resource.resourceName()))
            .addProperty("id", text().pattern("^" + resource.prefix() + ID_SUFFIX));
    List<Object> types =
        Arrays.stream(EventType.values())
            .filter(type -> type.data() == data)
            .<Object>map(EventType::text)
            .toList();
    return OASFactory.createSchema()
        .addAllOf(OASFactory.createSchema().ref(EVENT))
        .addAllOf(
            object()
                .addProperty("type", text().enumeration(types))
                .addProperty("resource", about)
                .addProperty("data", held));
  }

  private static PathItem webhook(EventType type) {
    Schema body =
        OASFactory.createSchema()
            .addAllOf(OASFactory.createSchema().ref(type.data().schema()))
            .addAllOf(object().addProperty("type", text().constValue(type.text())));
    Operation operation =
        OASFactory.createOperation()
            .operationId(operationId(type))
            .summary(type.meaning())
            .description(
                type.kind() == EventKind.NOTICE
                    ? "The resource has not changed; `data` holds it as it is."
                    : "The resource has changed; `data` holds it as it is now.")
            .tags(List.of("Events"))
            .security(List.of())
            .parameters(
                List.of(
                    OASFactory.createParameter().ref(ID),
                    OASFactory.createParameter().ref(TIMESTAMP),
                    OASFactory.createParameter().ref(SIGNATURE)))
            .requestBody(
                OASFactory.createRequestBody()
                    .description("The event; openapi/events/ has the schema with an example")
                    .required(true)
                    .content(
                        OASFactory.createContent()
                            .addMediaType(JSON, OASFactory.createMediaType().schema(body))))
            .responses(
                OASFactory.createAPIResponses()
                    .addAPIResponse("2XX", OASFactory.createAPIResponse().ref(TAKEN))
                    .addAPIResponse("410", OASFactory.createAPIResponse().ref(GONE))
                    .addAPIResponse("default", OASFactory.createAPIResponse().ref(LATER)));
    return OASFactory.createPathItem().POST(operation);
  }

  /** {@code onReferralWon}. */
  private static String operationId(EventType type) {
    StringBuilder name = new StringBuilder("on");
    for (String word : type.text().split("[._]", -1)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }

  private static Parameter header(String name, String description, Schema schema) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .required(true)
        .description(description)
        .schema(schema);
  }

  private static Schema id() {
    return SharedParts.text(MAX_ID).pattern("^" + IdType.EVENT.prefix() + ID_SUFFIX);
  }

  private static Schema seconds() {
    return OASFactory.createSchema()
        .addType(SchemaType.INTEGER)
        .format("int64")
        .minimum(BigDecimal.ZERO)
        .maximum(BigDecimal.valueOf(Long.MAX_VALUE));
  }

  private static APIResponse answer(String description) {
    return OASFactory.createAPIResponse().description(description);
  }

  private static Schema object() {
    return OASFactory.createSchema().addType(SchemaType.OBJECT);
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(SchemaType.STRING);
  }

  private Webhooks() {}
}
