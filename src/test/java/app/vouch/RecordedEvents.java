package app.vouch;

import app.vouch.shared.IdType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** The types of the events of one resource, in their order, as they are stored. */
@ApplicationScoped
public class RecordedEvents {
  private final EntityManager entities;

  RecordedEvents(EntityManager entities) {
    this.entities = entities;
  }

  public List<String> of(IdType type, String id) {
    UUID resource = type.inPath(id);
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              List<?> types =
                  entities
                      .createNativeQuery(
                          "select type from event where resource_id = ? order by sequence",
                          String.class)
                      .setParameter(1, resource)
                      .getResultList();
              return types.stream().map(String::valueOf).toList();
            });
  }
}
