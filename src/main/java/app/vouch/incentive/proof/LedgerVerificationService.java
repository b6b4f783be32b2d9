package app.vouch.incentive.proof;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.job.JobSlice;
import app.vouch.platform.job.JobTask;
import app.vouch.platform.job.Jobs;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.persistence.Sql;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the books as a job. Each piece looks at one consistent view of the database, so that
 * what is written meanwhile is no fault.
 */
@ApplicationScoped
public class LedgerVerificationService implements JobTask<LedgerVerificationService.Verification> {
  private static final Logger LOG = Logger.getLogger(LedgerVerificationService.class);

  /** Which verification a job does. */
  public record Verification(UUID id) {}

  private final LedgerVerificationRepository verifications;
  private final Map<CheckKind, Check> checks;
  private final ProofMetrics metrics;
  private final Jobs jobs;
  private final Sql sql;
  private final RequestContext request;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;

  LedgerVerificationService(
      LedgerVerificationRepository verifications,
      @All List<Check> checks,
      ProofMetrics metrics,
      Jobs jobs,
      Sql sql,
      RequestContext request,
      Work work,
      Uuid7 ids,
      Clock clock) {
    this.verifications = verifications;
    this.checks =
        checks.stream().collect(Collectors.toUnmodifiableMap(Check::kind, Function.identity()));
    this.metrics = metrics;
    this.jobs = jobs;
    this.sql = sql;
    this.request = request;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /** Begins to verify everything that is booked. */
  public Answer<LedgerVerificationView> begin(VerifyLedger command) {
    return work.write(
        "verifyLedger", command, LedgerVerificationView.class, () -> Answer.created(beginNow()));
  }

  private LedgerVerificationView beginNow() {
    UUID id = ids.next();
    UUID job = IdType.JOB.inPath(jobs.start(this, new Verification(id), null).id());
    LedgerVerification made = new LedgerVerification(id, job, clock.instant());
    verifications.persist(made);
    return made.view();
  }

  @Override
  public String kind() {
    return "ledger-verification";
  }

  @Override
  public Class<Verification> inputType() {
    return Verification.class;
  }

  @Override
  public JobSlice run(UUID jobId, Verification input, @Nullable String cursor) {
    Progress before = Progress.parse(cursor);
    Piece piece = look(before);
    Progress after = before.after(piece);
    if (piece.fault().isPresent()) {
      Fault fault = piece.fault().get();
      metrics.verified(VerificationOutcome.FAULTY);
      LOG.errorf(
          "the ledger is not sound: %s %s: %s", after.check(), fault.resourceId(), fault.detail());
      conclude(input.id(), found -> found.found(after, fault, waiting(), clock.instant()));
      return JobSlice.last(piece.rows(), List.of());
    }
    Progress next = after.next();
    if (next == null) {
      metrics.verified(VerificationOutcome.SOUND);
      conclude(input.id(), found -> found.found(after, waiting(), clock.instant()));
      return JobSlice.last(piece.rows(), List.of());
    }
    return new JobSlice(piece.rows(), List.of(), next.text());
  }

  private Piece look(Progress at) {
    Check check = Objects.requireNonNull(checks.get(at.check()));
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              sql.update("set transaction isolation level repeatable read");
              return check.run(request.tenantId(), at.cursor());
            });
  }

  private void conclude(UUID id, Consumer<LedgerVerification> outcome) {
    work.step(
        kind(),
        () -> {
          LedgerVerification verification = verifications.findById(id);
          if (!verification.isFinished()) {
            outcome.accept(verification);
          }
        });
  }

  private long waiting() {
    return sql.list(
            "select count(*) as waiting from ledger_unsealed where tenant_id = ?",
            row -> row.number("waiting"),
            request.tenantId())
        .getFirst();
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such verification
   */
  @Reads
  public LedgerVerificationView get(String id) {
    return verifications
        .findByIdOptional(IdType.LEDGER_VERIFICATION.inPath(id))
        .map(LedgerVerification::view)
        .orElseThrow(() -> new Refusal.NotFound(IdType.LEDGER_VERIFICATION, id));
  }

  /** The newest first. */
  @Reads
  public Page<LedgerVerificationView> list(PageRequest page) {
    return Page.of(
        verifications.page(page),
        page.limit(),
        found -> new Cursor(found.id()),
        rows -> rows.stream().map(LedgerVerification::view).toList());
  }
}
