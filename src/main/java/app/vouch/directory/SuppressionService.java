package app.vouch.directory;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.tenant.TenantKeys;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers can do with the list of addresses that nobody is to write to. */
@ApplicationScoped
public class SuppressionService {
  private final SuppressionRepository suppressions;
  private final Suppressions list;
  private final TenantKeys keys;
  private final RequestContext request;
  private final Work work;
  private final Clock clock;

  SuppressionService(
      SuppressionRepository suppressions,
      Suppressions list,
      TenantKeys keys,
      RequestContext request,
      Work work,
      Clock clock) {
    this.suppressions = suppressions;
    this.list = list;
    this.keys = keys;
    this.request = request;
    this.work = work;
    this.clock = clock;
  }

  /** Suppresses an address; the same again answers what stands. */
  public Answer<SuppressionView> suppress(SuppressAddress command) {
    return work.write(
        "suppressAddress",
        command,
        SuppressionView.class,
        () -> list.suppress(keys.emailKey(command.email()), command.reason(), command.note()));
  }

  /**
   * Takes a suppression back; one that was lifted stays as it is.
   *
   * @throws Refusal.NotFound when the tenant has no such suppression
   */
  public Answer<SuppressionView> lift(LiftSuppression command) {
    return work.write(
        "liftSuppression", command, SuppressionView.class, () -> Answer.done(liftNow(command)));
  }

  private SuppressionView liftNow(LiftSuppression command) {
    Suppression lifted =
        suppressions.findById(
            IdType.SUPPRESSION.inPath(command.id()), LockModeType.PESSIMISTIC_WRITE);
    if (lifted == null) {
      throw new Refusal.NotFound(IdType.SUPPRESSION, command.id());
    }
    SuppressionLift before = suppressions.lifts(List.of(lifted)).get(lifted.id());
    if (before != null) {
      return lifted.view(before);
    }
    SuppressionLift lift =
        new SuppressionLift(lifted, command.reason().strip(), request.actor(), clock.instant());
    suppressions.persist(lift);
    return lifted.view(lift);
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such suppression
   */
  @Reads
  public SuppressionView get(String id) {
    Suppression found = suppressions.findById(IdType.SUPPRESSION.inPath(id));
    if (found == null) {
      throw new Refusal.NotFound(IdType.SUPPRESSION, id);
    }
    return views(List.of(found)).getFirst();
  }

  /** The newest first. */
  @Reads
  public Page<SuppressionView> list(PageRequest page, SuppressionFilter filter) {
    String address = filter.address();
    byte @Nullable [] key = address == null ? null : keys.emailKey(address);
    return Page.of(
        suppressions.page(page, key, filter.active()),
        page.limit(),
        s -> new Cursor(s.id()),
        this::views);
  }

  private List<SuppressionView> views(List<Suppression> rows) {
    Map<UUID, SuppressionLift> lifts = suppressions.lifts(rows);
    return rows.stream().map(s -> s.view(lifts.get(s.id()))).toList();
  }
}
