package app.vouch.incentive.proof;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.event.Events;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.persistence.Sql;
import app.vouch.platform.tenant.TenantKeys;
import app.vouch.platform.work.CanonicalJson;
import app.vouch.platform.work.Work;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs the ledger's chain once a day, and reads what was signed. */
@ApplicationScoped
public class LedgerHeadService {
  private final LedgerHeadRepository heads;
  private final Sql sql;
  private final CanonicalJson canonical;
  private final TenantKeys keys;
  private final Events events;
  private final RequestContext request;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;

  LedgerHeadService(
      LedgerHeadRepository heads,
      Sql sql,
      CanonicalJson canonical,
      TenantKeys keys,
      Events events,
      RequestContext request,
      Work work,
      Uuid7 ids,
      Clock clock) {
    this.heads = heads;
    this.sql = sql;
    this.canonical = canonical;
    this.keys = keys;
    this.events = events;
    this.request = request;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  private record End(long seals, byte[] hash) {}

  /** For the timer: signs what is sealed; does nothing when that is signed already. */
  void sign(LocalDate day) {
    work.step(LedgerHeadStep.NAME, () -> signNow(day));
  }

  private void signNow(LocalDate day) {
    End end =
        sql.list(
                "select seals, hash from ledger_chain where tenant_id = ? for update",
                row -> new End(row.number("seals"), row.bytes("hash")),
                request.tenantId())
            .getFirst();
    Optional<LedgerHead> last = heads.last();
    if (last.isPresent() && last.get().seals() == end.seals()) {
      return;
    }
    LedgerHead.Content content = content(day, end, last.orElse(null));
    byte[] body = canonical.bytes(content);
    LedgerHead head = new LedgerHead(ids.next(), content, body, keys.ledgerHead(body));
    heads.persist(head);
    sql.update(
        "update ledger_chain set heads = ? where tenant_id = ?",
        content.number(),
        request.tenantId());
    events.publish(new LedgerHeadEvents.LedgerSealed(head.view()));
  }

  private LedgerHead.Content content(LocalDate day, End end, @Nullable LedgerHead before) {
    HexFormat hex = HexFormat.of();
    return new LedgerHead.Content(
        IdType.TENANT.format(request.tenantId()),
        before == null ? 1 : before.number() + 1,
        day,
        end.seals(),
        hex.formatHex(end.hash()),
        before == null ? null : hex.formatHex(before.signature()),
        clock.instant());
  }

  /** The newest first. */
  @Reads
  public Page<LedgerHeadView> list(PageRequest page) {
    return Page.of(
        heads.page(page),
        page.limit(),
        head -> new Cursor(head.id()),
        rows -> rows.stream().map(LedgerHead::view).toList());
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such head
   */
  @Reads
  public LedgerHeadView get(String id) {
    return heads
        .findByIdOptional(IdType.LEDGER_HEAD.inPath(id))
        .map(LedgerHead::view)
        .orElseThrow(() -> new Refusal.NotFound(IdType.LEDGER_HEAD, id));
  }
}
