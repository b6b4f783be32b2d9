package app.vouch.introduction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Messages of the tenant in scope. */
@ApplicationScoped
class MessageRepository implements PanacheRepositoryBase<Message, UUID> {

  /** Whether the notice with this number has been given in the introduction's present step. */
  boolean exists(Introduction introduction, MessageKind kind, int number) {
    return count(
            "introductionId = ?1 and stepNo = ?2 and kind = ?3 and number = ?4",
            introduction.id(),
            introduction.stepNo(),
            kind,
            number)
        > 0;
  }

  /** Whether the prospect has had the one reminder that Vouch mails. */
  boolean wasReminded(UUID introductionId) {
    return count(
            "introductionId = ?1 and kind = ?2", introductionId, MessageKind.INVITATION_REMINDER)
        > 0;
  }

  /** The oldest first. */
  List<Message> of(UUID introductionId) {
    return list("introductionId = ?1 order by id", introductionId);
  }
}
