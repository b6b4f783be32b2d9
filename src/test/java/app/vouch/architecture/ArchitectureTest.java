package app.vouch.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each rule holds for the service, and is broken by a fixture: a rule that cannot fail is none. */
class ArchitectureTest {
  private static final String WRONG = "app.vouch.architecture.wrong";

  private static JavaClasses service = new ClassFileImporter().importClasses();
  private static JavaClasses wrong = service;

  @BeforeAll
  static void read() {
    service =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("app.vouch");
    wrong = new ClassFileImporter().importPackages(WRONG);
  }

  @Test
  void shouldKeepTheOrderOfContexts() {
    ArchitectureRules.contextOrder("app.vouch").forEach(rule -> rule.check(service));
    assertThat(ArchitectureRules.contextOrder(WRONG)).anyMatch(this::isBroken);
    ArchitectureRules.deliveryKnowsOnlyTheLog().check(service);
  }

  @Test
  void shouldHaveNoCyclesBetweenPackages() {
    holdsAndCanFail(ArchitectureRules.noCycles("app.vouch"), ArchitectureRules.noCycles(WRONG));
  }

  @Test
  void shouldKeepEntitiesOutOfTheApi() {
    holdsAndCanFail(ArchitectureRules.apiTouchesNoEntity());
  }

  @Test
  void shouldKeepLifecyclesPure() {
    holdsAndCanFail(ArchitectureRules.lifecyclesArePure());
  }

  @Test
  void shouldOpenTransactionsInServicesOnly() {
    holdsAndCanFail(ArchitectureRules.onlyServicesOpenTransactions());
  }

  @Test
  void shouldNameTheScopeOfEveryOperation() {
    holdsAndCanFail(ArchitectureRules.everyOperationNamesItsScope());
  }

  @Test
  void shouldTakeTimeFromTheClock() {
    holdsAndCanFail(ArchitectureRules.timeComesFromTheClock());
  }

  @Test
  void shouldPublishEveryTypeOfEvent() {
    holdsAndCanFail(ArchitectureRules.everyEventTypeIsPublished());
  }

  @Test
  void shouldNeverUpdateOrDeleteInTheLedger() {
    holdsAndCanFail(
        ArchitectureRules.theLedgerOnlyGrows("app.vouch.incentive.ledger.."),
        ArchitectureRules.theLedgerOnlyGrows(WRONG + ".."));
  }

  private void holdsAndCanFail(ArchRule rule) {
    holdsAndCanFail(rule, rule);
  }

  private void holdsAndCanFail(ArchRule forService, ArchRule forFixture) {
    forService.check(service);
    assertThat(isBroken(forFixture)).as("the fixture breaks the rule").isTrue();
  }

  private boolean isBroken(ArchRule rule) {
    return rule.evaluate(wrong).hasViolation();
  }
}
