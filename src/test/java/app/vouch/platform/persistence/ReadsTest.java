package app.vouch.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReadsTest {
  @Inject Reader reader;
  @Inject Session session;

  @Test
  @ActivateRequestContext
  void shouldForgetItsEntitiesWhenItStandsAlone() {
    assertThat(reader.entitiesAfter(reader::nothing)).isEqualTo(1);
    assertThat(entities()).isZero();
  }

  @Test
  @ActivateRequestContext
  void shouldKeepTheEntitiesOfTheWriteAroundIt() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              assertThat(reader.entitiesAfter(reader::nothing)).isEqualTo(1);
              assertThat(entities()).isEqualTo(1);
            });
  }

  private int entities() {
    return session.getStatistics().getEntityCount();
  }

  @ApplicationScoped
  static class Reader {
    @Inject Session session;

    @Reads
    int entitiesAfter(Runnable nested) {
      session.createQuery("from Tenant", Object.class).setMaxResults(1).getResultList();
      nested.run();
      return session.getStatistics().getEntityCount();
    }

    @Reads
    void nothing() {}
  }
}
