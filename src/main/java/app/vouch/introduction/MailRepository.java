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

  /** Whether Vouch is mailing what the introduction's present step wants. */
  boolean isUnderWay(Introduction introduction) {
    return count(
            "introductionId = ?1 and state in ?2 and messageId in (select m.id from Message m where m.introductionId = ?1 and m.stepNo = ?3)",
            introduction.id(),
            List.of(MailState.QUEUED, MailState.SENDING),
            introduction.stepNo())
        > 0;
  }
}
