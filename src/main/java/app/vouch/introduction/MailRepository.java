package app.vouch.introduction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Mails of the tenant in scope. */
@ApplicationScoped
class MailRepository implements PanacheRepositoryBase<MessageMail, UUID> {

  Optional<MessageMail> locked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The oldest first. */
  List<MessageMail> ofIntroduction(UUID introductionId) {
    return list("introductionId = ?1 order by id", introductionId);
  }

  List<MessageMail> ofMessage(UUID messageId) {
    return list("messageId = ?1 order by id", messageId);
  }
}
