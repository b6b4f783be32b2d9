package app.vouch.contract;

import app.vouch.TestApi;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/**
 * Scenarios that must come to the same by REST and by GraphQL. A context extends this class and
 * writes {@code @ParameterizedTest @MethodSource("apis")} methods that take an {@link Api}.
 */
public abstract class ContractSuite {

  static Stream<Named<Api>> apis() {
    return Stream.of(Named.of("REST", new RestApi()), Named.of("GraphQL", new GraphqlApi()));
  }

  /** A new API key with these scopes only. */
  static String keyWith(Api api, String... scopes) {
    return api.call(
            "createApiKey", Map.of("name", TestApi.unique("contract"), "scopes", List.of(scopes)))
        .text("secret");
  }
}
