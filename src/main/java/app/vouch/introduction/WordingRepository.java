package app.vouch.introduction;

import app.vouch.platform.access.RequestContext;
import app.vouch.shared.Uuid7;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The texts that parties answered, each kept once. */
@ApplicationScoped
class WordingRepository implements PanacheRepositoryBase<KeptWording, UUID> {
  private final RequestContext request;
  private final Uuid7 ids;
  private final Clock clock;

  WordingRepository(RequestContext request, Uuid7 ids, Clock clock) {
    this.request = request;
    this.ids = ids;
    this.clock = clock;
  }

  /** Native SQL, because two may keep the same text at once; it names the tenant. */
  void keep(Wording wording) {
    getEntityManager()
        .createNativeQuery(
            """
            insert into consent_wording (id, tenant_id, hash, version, text, first_shown_at)
            values (?, ?, ?, ?, ?, ?) on duplicate key update id = id""")
        .setParameter(1, ids.next())
        .setParameter(2, request.tenantId())
        .setParameter(3, wording.hash())
        .setParameter(4, wording.version())
        .setParameter(5, wording.text().getBytes(StandardCharsets.UTF_8))
        .setParameter(6, clock.instant())
        .executeUpdate();
  }

  /** By hash, in one read. */
  Map<String, String> texts(Collection<byte[]> hashes) {
    return hashes.isEmpty()
        ? Map.of()
        : list("hash in ?1", hashes).stream()
            .collect(Collectors.toMap(KeptWording::hash, KeptWording::text, (one, same) -> one));
  }
}
