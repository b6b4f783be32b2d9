package app.vouch.contract;

import static app.vouch.TestApi.api;
import static app.vouch.TestApi.unique;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Exchanges of the service itself that must be refused, because the document was made to say
 * something else. {@link OpenApiFilterSelfTest} does the same for every kind of rule.
 */
abstract class ValidatorScenarios extends ContractSuite {

  /** The committed document, with one schema changed. */
  private static OpenApiFilter changed(String schema, Consumer<ObjectNode> change)
      throws IOException {
    YAMLMapper yaml = new YAMLMapper();
    ObjectNode document = (ObjectNode) yaml.readTree(Path.of("openapi/openapi.yaml").toFile());
    change.accept((ObjectNode) document.at("/components/schemas/" + schema));
    return new OpenApiFilter(yaml.writeValueAsString(document));
  }

  private static void exchange(OpenApiFilter filter) {
    api()
        .filter(filter)
        .body(Map.of("name", unique("Acme"), "domain", unique("acme") + ".example"))
        .post("/v1/organizations")
        .then()
        .statusCode(201);
  }

  @Test
  void shouldRefuseAnAnswerOfAnotherType() throws IOException {
    OpenApiFilter text =
        changed(
            "Organization",
            schema -> ((ObjectNode) schema.at("/properties/version")).put("type", "string"));

    assertThatThrownBy(() -> exchange(text))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("integer found, string expected");
    assertThatCode(() -> exchange(OpenApiFilter.committed())).doesNotThrowAnyException();
  }

  @Test
  void shouldRefuseARequestWithAnUndocumentedMember() throws IOException {
    OpenApiFilter without =
        changed(
            "UpsertOrganization",
            schema -> ((ObjectNode) schema.path("properties")).remove("domain"));

    assertThatThrownBy(() -> exchange(without))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("domain");
  }
}
