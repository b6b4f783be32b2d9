package app.vouch.platform.graphql;

import app.vouch.platform.http.Problems;
import app.vouch.shared.Refusal;
import app.vouch.shared.Texts;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The body of a GraphQL request, read strictly.
 *
 * @param query the document's text
 * @param body the whole, as the executor takes it
 */
record GraphqlRequest(String query, JsonObject body) {
  /** Kept, because to look for an implementation takes longer than to read a body. */
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  /**
   * @throws Refusal.Invalid when the text is not JSON, has doubled members, or a parameter has
   *     another type than the specification's
   */
  static GraphqlRequest read(String text, ObjectMapper json) {
    JsonNode body;
    try {
      checkValues(text, json);
      body = json.readTree(text);
    } catch (JsonProcessingException e) {
      throw Problems.unreadable(e);
    }
    if (!body.isObject()) {
      throw new Refusal.Invalid(
          "", "wrong-type", "The body must be a JSON object with a query; batches are not taken");
    }
    requireType(body, "query", body.path("query").isTextual(), "a string");
    requireType(body, "operationName", body.path("operationName").isTextual(), "a string");
    requireType(body, "variables", body.path("variables").isObject(), "an object");
    requireType(body, "extensions", body.path("extensions").isObject(), "an object");
    String query = body.path("query").asText("");
    if (query.isBlank()) {
      throw new Refusal.Invalid("/query", "required", "is missing");
    }
    QueryText.check(query);
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return new GraphqlRequest(query, reader.readObject());
    }
  }

  private static void requireType(JsonNode body, String name, boolean right, String type) {
    if (body.hasNonNull(name) && !right) {
      throw new Refusal.Invalid("/" + name, "wrong-type", "must be " + type);
    }
  }

  /**
   * @throws Refusal.Invalid when a number or a text is none that we could keep
   */
  static void checkValues(String text, ObjectMapper json) throws JsonProcessingException {
    try (JsonParser parser = json.getFactory().createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_NUMBER_FLOAT && Numbers.isHuge(parser.getText())) {
          throw new Refusal.Invalid(
              parser.getParsingContext().pathAsPointer().toString(),
              "number-out-of-bounds",
              Numbers.BOUNDS);
        }
        if (token == JsonToken.VALUE_STRING && !Texts.isStorable(parser.getText())) {
          throw new Refusal.Invalid(
              parser.getParsingContext().pathAsPointer().toString(), "malformed", Texts.STORABLE);
        }
      }
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("a text cannot be read", e);
    }
  }
}
