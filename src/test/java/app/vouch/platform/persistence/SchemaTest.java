package app.vouch.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import app.vouch.platform.access.Actor;
import app.vouch.platform.access.Caller;
import app.vouch.platform.tenant.TenantScope;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every table promises, on the server that the suite runs on. */
@QuarkusTest
class SchemaTest {
  /** Liquibase's own tables and the timers' are as their libraries want them. */
  private static final Set<String> FOREIGN =
      Set.of("databasechangelog", "databasechangeloglock", "scheduled_tasks");

  /** Tables that belong to no tenant, or are the tenants. */
  private static final Set<String> WITHOUT_TENANT =
      Set.of("tenant", "event_sequencer", "event_stream");

  @Inject EntityManager entities;
  @Inject TenantScope scope;

  @Test
  void shouldCompareByBytesInEveryColumn() {
    assertThat(
            names(
                """
                select concat(table_name, '.', column_name, ' ', collation_name)
                from information_schema.columns
                where table_schema = database() and collation_name is not null
                  and collation_name <> 'utf8mb4_bin'"""))
        .isEmpty();
  }

  @Test
  void shouldCarryTheTenantInEveryTable() {
    List<String> without =
        names(
            """
            select table_name from information_schema.tables t
            where table_schema = database() and table_type = 'BASE TABLE' and not exists
              (select 1 from information_schema.columns c
               where c.table_schema = t.table_schema and c.table_name = t.table_name
                 and c.column_name = 'tenant_id')""");

    assertThat(without).isSubsetOf(WITHOUT_TENANT);
  }

  @Test
  void shouldUseNoFeatureThatNeedsElevatedRights() {
    assertThat(
            names(
                "select trigger_name from information_schema.triggers where trigger_schema = database()"))
        .isEmpty();
    assertThat(
            names(
                "select constraint_name from information_schema.referential_constraints where constraint_schema = database()"))
        .as("no foreign key crosses contexts, so there is none")
        .isEmpty();
  }

  @SuppressWarnings("unchecked")
  private List<String> names(String sql) {
    List<Object> rows =
        scope.call(
            Caller.OPERATORS_REALM,
            Actor.system("test"),
            "test",
            () -> (List<Object>) entities.createNativeQuery(sql).getResultList());
    return rows.stream()
        .map(Object::toString)
        .filter(
            name ->
                FOREIGN.stream()
                    .noneMatch(f -> name.toLowerCase(java.util.Locale.ROOT).startsWith(f)))
        .toList();
  }
}
