package app.vouch.introduction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Messages of the tenant in scope. */
@ApplicationScoped
class MessageRepository implements PanacheRepositoryBase<Message, UUID> {

  /** The oldest first. */
  List<Message> of(UUID introductionId) {
    return list("introductionId = ?1 order by id", introductionId);
  }
}
