package app.vouch.docs;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The committed documents of the API are what the program serves. */
@QuarkusTest
@Tag("generated")
class GeneratedDocumentsTest {

  @Test
  void shouldKeepTheOpenApiDocument() {
    GeneratedFile.check(Path.of("openapi/openapi.yaml"), served("/openapi?format=yaml"));
  }

  @Test
  void shouldKeepTheGraphqlSchema() {
    GeneratedFile.check(
        Path.of("openapi/schema.graphql"),
        SchemaText.withoutProbes(served("/graphql/schema.graphql")));
  }

  private static String served(String path) {
    return given()
            .header("Authorization", "Bearer " + app.vouch.TestApi.KEY)
            .get(path)
            .then()
            .statusCode(200)
            .extract()
            .asString()
            .stripTrailing()
        + "\n";
  }
}
