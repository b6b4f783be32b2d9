package app.vouch.architecture;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import app.vouch.platform.access.ForAnyKey;
import app.vouch.platform.access.ForAnyone;
import app.vouch.platform.access.Needs;
import app.vouch.platform.timer.TimedStep;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;

/** The rules, for any root package: the service's own, and the fixtures'. */
final class ArchitectureRules {
  /** From left to right; each may use the ones to its left. */
  static final List<String> CONTEXTS =
      List.of(
          "shared",
          "platform",
          "directory",
          "program",
          "deal",
          "referral",
          "introduction",
          "attribution",
          "incentive",
          "portal");

  /** One rule per context: it uses none of those to its right. */
  static List<ArchRule> contextOrder(String root) {
    List<ArchRule> rules = new ArrayList<>();
    for (int i = 0; i < CONTEXTS.size() - 1; i++) {
      String[] right =
          CONTEXTS.subList(i + 1, CONTEXTS.size()).stream()
              .map(context -> root + "." + context + "..")
              .toArray(String[]::new);
      rules.add(
          noClasses()
              .that()
              .resideInAPackage(root + "." + CONTEXTS.get(i) + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(right)
              .allowEmptyShould(!root.equals("app.vouch")));
    }
    return rules;
  }

  static ArchRule deliveryKnowsOnlyTheLog() {
    return noClasses()
        .that()
        .resideInAPackage("app.vouch.delivery..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            CONTEXTS.stream()
                .filter(context -> !Set.of("shared", "platform").contains(context))
                .map(context -> "app.vouch." + context + "..")
                .toArray(String[]::new));
  }

  static ArchRule noCycles(String root) {
    return SlicesRuleDefinition.slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  static ArchRule apiTouchesNoEntity() {
    return noClasses()
        .that(are(apiClass()))
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are entities or repositories",
                c -> c.isAnnotatedWith(Entity.class) || c.getSimpleName().endsWith("Repository")));
  }

  static ArchRule lifecyclesArePure() {
    return classes()
        .that()
        .haveSimpleNameEndingWith("Lifecycle")
        .and()
        .resideOutsideOfPackage("app.vouch.shared")
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.describe(
                "are of Java, the lifecycle kernel, or their own states and actions",
                c ->
                    c.getPackageName().startsWith("java.")
                        || c.getPackageName().startsWith("org.jspecify")
                        || c.getName().startsWith("app.vouch.shared.Lifecycle")
                        || c.isEnum()
                        || c.isPrimitive()
                        || c.isArray()
                        || c.getSimpleName().endsWith("Lifecycle")));
  }

  /** A timed step may open its own: it has no caller whose service could. */
  static ArchRule onlyServicesOpenTransactions() {
    return noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Service")
        .and()
        .areNotAssignableTo(TimedStep.class)
        .and()
        .resideOutsideOfPackages("app.vouch.platform..", "app.vouch.delivery.dispatch..")
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "opens a transaction",
                (JavaCall<?> call) ->
                    call.getTargetOwner().getName().equals("app.vouch.platform.work.Work")
                        || call.getTargetOwner().getSimpleName().equals("QuarkusTransaction")))
        .orShould()
        .beAnnotatedWith(Transactional.class);
  }

  static ArchRule everyOperationNamesItsScope() {
    return methods()
        .that(
            DescribedPredicate.describe(
                "are REST or GraphQL operations", ArchitectureRules::isOperation))
        .should()
        .beAnnotatedWith(Needs.class)
        .orShould()
        .beAnnotatedWith(ForAnyKey.class)
        .orShould()
        .beAnnotatedWith(ForAnyone.class);
  }

  static ArchRule timeComesFromTheClock() {
    return noClasses()
        .that()
        .doNotHaveSimpleName("SystemClock")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callConstructor(Date.class)
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.LocalDateTime.class, "now")
        .orShould()
        .callMethod(java.time.Clock.class, "systemUTC");
  }

  static ArchRule theLedgerOnlyGrows(String ledger) {
    return noClasses()
        .that()
        .resideInAPackage(ledger)
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "updates or deletes rows",
                (JavaCall<?> call) ->
                    Set.of("delete", "deleteById", "deleteAll", "remove", "merge", "update")
                            .contains(call.getName())
                        && isPersistence(call.getTargetOwner())));
  }

  /** Which types there are is said in one place; each is published from another. */
  static ArchRule everyEventTypeIsPublished() {
    return fields()
        .that(
            DescribedPredicate.describe(
                "are types of events",
                (JavaField field) ->
                    field.getOwner().getSimpleName().equals("EventType")
                        && field.getModifiers().contains(JavaModifier.ENUM)))
        .should(
            ArchCondition.from(
                DescribedPredicate.describe(
                    "be used by those who publish",
                    field ->
                        field.getAccessesToSelf().stream()
                            .anyMatch(
                                access ->
                                    !access.getOriginOwner().equals(field.getOwner())
                                        && publishes(access.getOriginOwner())))));
  }

  /** Jobs are the platform's own; all else is published by contexts. */
  private static boolean publishes(JavaClass owner) {
    return !owner.getPackageName().contains(".platform.")
        || owner.getPackageName().endsWith(".platform.job");
  }

  private static boolean isPersistence(JavaClass owner) {
    return owner.getName().startsWith("jakarta.persistence.")
        || owner.getName().startsWith("io.quarkus.hibernate")
        || owner.getSimpleName().endsWith("Repository");
  }

  private static DescribedPredicate<JavaClass> apiClass() {
    return DescribedPredicate.describe(
        "REST or GraphQL classes",
        c -> c.isAnnotatedWith(jakarta.ws.rs.Path.class) || c.isAnnotatedWith(GraphQLApi.class));
  }

  private static boolean isOperation(JavaMethod method) {
    return method.isAnnotatedWith(Query.class)
        || method.isAnnotatedWith(Mutation.class)
        || method.getAnnotations().stream().anyMatch(ArchitectureRules::isHttpMethod)
        || (method.getOwner().isAnnotatedWith(GraphQLApi.class)
            && method.getParameters().stream()
                .anyMatch(p -> p.isAnnotatedWith("org.eclipse.microprofile.graphql.Source")));
  }

  private static boolean isHttpMethod(JavaAnnotation<?> annotation) {
    return annotation.getRawType().isAnnotatedWith(HttpMethod.class);
  }

  private ArchitectureRules() {}
}
