package app.vouch.platform.persistence;

import io.quarkus.liquibase.LiquibaseFactory;
import jakarta.enterprise.context.ApplicationScoped;
import liquibase.Liquibase;
import liquibase.exception.LiquibaseException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the schema is older than the program, as between two steps of a roll-out. */
@Readiness
@ApplicationScoped
class SchemaReadiness implements HealthCheck {
  private static final String NAME = "schema";

  private final LiquibaseFactory liquibase;
  private volatile boolean upToDate;

  /**
   * @param migrated whether this process has brought the schema up to date before it listens
   */
  SchemaReadiness(
      LiquibaseFactory liquibase, @ConfigProperty(name = "vouch.migrate") boolean migrated) {
    this.liquibase = liquibase;
    this.upToDate = migrated;
  }

  @Override
  public HealthCheckResponse call() {
    if (upToDate) {
      return HealthCheckResponse.up(NAME);
    }
    try (Liquibase schema = liquibase.createLiquibase()) {
      int missing =
          schema.listUnrunChangeSets(liquibase.createContexts(), liquibase.createLabels()).size();
      upToDate = missing == 0;
      return HealthCheckResponse.named(NAME)
          .status(upToDate)
          .withData("missingChangesets", missing)
          .build();
    } catch (LiquibaseException e) {
      return HealthCheckResponse.named(NAME).down().withData("error", e.getMessage()).build();
    }
  }
}
