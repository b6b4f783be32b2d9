package app.vouch.incentive;

import app.vouch.directory.PersonService;
import app.vouch.platform.access.RequestContext;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What can be done with payees' documents. Rewards that wait for one go on by themselves. */
@ApplicationScoped
public class PayeeDocumentService {
  private final PayeeDocumentRepository documents;
  private final PersonService people;
  private final RewardGates gates;
  private final RequestContext request;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;

  PayeeDocumentService(
      PayeeDocumentRepository documents,
      PersonService people,
      RewardGates gates,
      RequestContext request,
      Work work,
      Uuid7 ids,
      Clock clock) {
    this.documents = documents;
    this.people = people;
    this.gates = gates;
    this.request = request;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Records a document.
   *
   * @throws Refusal.Rule {@code unknown-reference} when there is no such person
   * @throws Refusal.Invalid when it ends before it begins
   */
  public Answer<PayeeDocumentView> record(RecordPayeeDocument command) {
    return work.write(
        "recordPayeeDocument",
        command,
        PayeeDocumentView.class,
        () -> Answer.created(recordNow(command)));
  }

  private PayeeDocumentView recordNow(RecordPayeeDocument command) {
    UUID payee = IdType.PERSON.inBody("/payeeId", command.payeeId());
    if (people.byIds(List.of(payee)).isEmpty()) {
      throw new Refusal.Rule(
          ProblemType.UNKNOWN_REFERENCE, "/payeeId: no person " + command.payeeId());
    }
    Instant now = clock.instant();
    PayeeDocument made = new PayeeDocument(ids.next(), payee, command, request.actor(), now);
    Instant expiresAt = made.expiresAt();
    if (expiresAt != null && !expiresAt.isAfter(made.validFrom())) {
      throw new Refusal.Invalid("/expiresAt", "out-of-bounds", "must be later than validFrom");
    }
    documents.persist(made);
    documents.flush();
    gates.wake(payee);
    if (made.validFrom().isAfter(now)) {
      gates.wakeAt(payee, made.validFrom());
    }
    if (expiresAt != null && expiresAt.isAfter(now)) {
      gates.wakeAt(payee, expiresAt);
    }
    return made.view();
  }

  /**
   * Takes a document back; one that is revoked stays as it is.
   *
   * @throws Refusal.NotFound when the tenant has no such document
   */
  public Answer<PayeeDocumentView> revoke(RevokePayeeDocument command) {
    return work.write(
        "revokePayeeDocument",
        command,
        PayeeDocumentView.class,
        () -> Answer.done(revokeNow(command)));
  }

  private PayeeDocumentView revokeNow(RevokePayeeDocument command) {
    PayeeDocument revoked =
        documents.findById(
            IdType.PAYEE_DOCUMENT.inPath(command.id()), LockModeType.PESSIMISTIC_WRITE);
    if (revoked == null) {
      throw new Refusal.NotFound(IdType.PAYEE_DOCUMENT, command.id());
    }
    if (!revoked.isRevoked()) {
      revoked.revoke(command.reason().strip(), clock.instant());
      documents.flush();
      gates.wake(revoked.payeeId());
    }
    return revoked.view();
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such document
   */
  @Reads
  public PayeeDocumentView get(String id) {
    PayeeDocument found = documents.findById(IdType.PAYEE_DOCUMENT.inPath(id));
    if (found == null) {
      throw new Refusal.NotFound(IdType.PAYEE_DOCUMENT, id);
    }
    return found.view();
  }

  /** The newest first. */
  @Reads
  public Page<PayeeDocumentView> list(PageRequest page, PayeeDocumentFilter filter) {
    return Page.of(
        documents.page(page, filter),
        page.limit(),
        document -> new Cursor(document.id()),
        rows -> rows.stream().map(PayeeDocument::view).toList());
  }
}
