package app.vouch.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scenarios that must come to the same by REST and by GraphQL. A context has a class that extends
 * this one and stands in {@link ContractTest}.
 */
abstract class ContractSuite {

  /** A scenario: it is run once by REST and once by GraphQL. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @MethodSource("apis")
  @interface Scenario {}

  static Stream<Named<Api>> apis() {
    return Stream.of(
        Named.of("REST", Api.ofNewTenant(new RestDriver())),
        Named.of("GraphQL", Api.ofNewTenant(new GraphqlDriver())));
  }
}
