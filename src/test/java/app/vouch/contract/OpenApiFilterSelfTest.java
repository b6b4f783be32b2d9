package app.vouch.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filter refuses what it is there to refuse; some validators pass most of these. */
class OpenApiFilterSelfTest {
  private static final OpenApiFilter FILTER =
      new OpenApiFilter(
          """
          openapi: 3.1.0
          info: {title: Self test, version: "1"}
          paths:
            /things:
              post:
                requestBody:
                  content:
                    application/json:
                      schema: {type: object, additionalProperties: false, properties: {name: {type: string}}}
                responses:
                  "200":
                    description: A thing
                    content:
                      application/json:
                        schema: {$ref: "#/components/schemas/Thing"}
                  "400":
                    description: A refusal
          components:
            schemas:
              Owner: {type: object, required: [name], properties: {name: {type: string}}}
              Thing:
                type: object
                required: [id]
                additionalProperties: false
                properties:
                  id: {type: string, maxLength: 3}
                  note: {type: [string, "null"]}
                  kind: {const: thing}
                  size: {type: integer, exclusiveMinimum: 0}
                  owner: {anyOf: [{$ref: "#/components/schemas/Owner"}, {type: "null"}]}
          """);
  private static final String GOOD =
      "{\"id\":\"a\",\"note\":null,\"kind\":\"thing\",\"size\":1,\"owner\":null}";

  private static HttpServer server;
  private static volatile int status;
  private static volatile String body = "";

  @BeforeAll
  static void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/things",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  private static int exchange(String sent, int answerStatus, String answer) {
    status = answerStatus;
    body = answer;
    return given()
        .filter(FILTER)
        .port(server.getAddress().getPort())
        .contentType("application/json")
        .body(sent)
        .post("/things")
        .statusCode();
  }

  @Test
  void shouldPassWhatIsDocumented() {
    assertThat(exchange("{\"name\":\"x\"}", 200, GOOD)).isEqualTo(200);
    assertThat(exchange("{}", 200, "{\"id\":\"abc\",\"owner\":{\"name\":\"Kim\"}}")).isEqualTo(200);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "type array | {\"id\":\"a\",\"note\":3}",
        "const | {\"id\":\"a\",\"kind\":\"other\"}",
        "exclusiveMinimum | {\"id\":\"a\",\"size\":0}",
        "additionalProperties | {\"id\":\"a\",\"more\":1}",
        "anyOf null | {\"id\":\"a\",\"owner\":3}",
        "required | {\"note\":\"x\"}",
        "maxLength | {\"id\":\"abcd\"}",
        "required behind a reference | {\"id\":\"a\",\"owner\":{}}"
      })
  void shouldRefuseAnAnswerThatIsNotDocumented(String what, String answer) {
    assertThatThrownBy(() -> exchange("{}", 200, answer)).isInstanceOf(AssertionError.class);
  }

  @Test
  void shouldRefuseAStatusThatIsNotDocumented() {
    assertThatThrownBy(() -> exchange("{}", 202, GOOD)).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> exchange("{}", 404, "{}")).isInstanceOf(AssertionError.class);
  }

  @Test
  void shouldRefuseARequestThatWorksAlthoughItIsNotDocumented() {
    assertThatThrownBy(() -> exchange("{\"nom\":\"x\"}", 200, GOOD))
        .isInstanceOf(AssertionError.class);
    assertThat(exchange("{\"nom\":\"x\"}", 400, "")).isEqualTo(400);
  }
}
