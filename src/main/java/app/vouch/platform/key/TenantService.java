package app.vouch.platform.key;

import app.vouch.platform.access.Mode;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.tenant.Realms;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the operator can do with tenants. */
@ApplicationScoped
public class TenantService {
  private final Realms realms;
  private final FirstKeys firstKeys;
  private final Work work;

  TenantService(Realms realms, FirstKeys firstKeys, Work work) {
    this.realms = realms;
    this.firstKeys = firstKeys;
    this.work = work;
  }

  /** Makes both realms and a key for each; the answer shows the keys, once. */
  public Answer<TenantView> create(CreateTenant command) {
    return work.write(
        "createTenant",
        command,
        TenantView.class,
        () -> {
          Realms.Pair pair = realms.create(command.name());
          ApiKeySecret live = ApiKeySecret.make(Mode.LIVE);
          ApiKeySecret test = ApiKeySecret.make(Mode.TEST);
          firstKeys.give(pair.live(), Mode.LIVE, "First live key", live);
          firstKeys.give(pair.test(), Mode.TEST, "First test key", test);
          return Answer.created(view(pair.live(), live.text(), test.text()));
        });
  }

  /**
   * @throws Refusal.NotFound when there is no such tenant
   */
  @Reads
  public TenantView get(String id) {
    UUID realm = IdType.TENANT.inPath(id);
    if (!realms.exists(realm) || realms.mode(realm) != Mode.LIVE) {
      throw new Refusal.NotFound(IdType.TENANT, id);
    }
    return view(realm, null, null);
  }

  /** The newest first. */
  @Reads
  public Page<TenantView> list(PageRequest page) {
    List<UUID> found = realms.live(page.after().id(), page.limit() + 1);
    return Page.of(
        found,
        page.limit(),
        Cursor::new,
        ids -> ids.stream().map(id -> view(id, null, null)).toList());
  }

  private TenantView view(UUID realm, @Nullable String liveKey, @Nullable String testKey) {
    return new TenantView(
        IdType.TENANT.format(realm),
        IdType.TENANT.format(realms.pairOf(realm)),
        realms.name(realm),
        realms.createdAt(realm),
        liveKey,
        testKey,
        false);
  }
}
