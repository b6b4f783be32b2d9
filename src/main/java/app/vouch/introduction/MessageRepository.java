package app.vouch.introduction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Messages of the tenant in scope. */
@ApplicationScoped
class MessageRepository implements PanacheRepositoryBase<Message, UUID> {}
