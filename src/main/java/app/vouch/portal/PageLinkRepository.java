package app.vouch.portal;

import app.vouch.platform.page.TokenSecret;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Page links. Only the search by hash looks into every tenant: a public link has no key. */
@ApplicationScoped
class PageLinkRepository implements PanacheRepositoryBase<PageLink, UUID> {

  /** Whose link it is. */
  record Owner(UUID tenantId, UUID personId, UUID linkId) {}

  /** Native SQL: the tenant is what is looked for. */
  Optional<Owner> owner(TokenSecret secret) {
    List<?> rows =
        getEntityManager()
            .createNativeQuery(
                "select tenant_id, person_id, id from page_link where hash = :hash", Tuple.class)
            .setParameter("hash", secret.hash())
            .getResultList();
    return rows.stream().findFirst().map(row -> owner((Tuple) row));
  }

  private static Owner owner(Tuple row) {
    return new Owner(
        uuid(row.get(0, byte[].class)),
        uuid(row.get(1, byte[].class)),
        uuid(row.get(2, byte[].class)));
  }

  private static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  void revoke(UUID referrerId, PageLinkKind kind, Instant now) {
    update(
        "revokedAt = ?1 where referrerId = ?2 and kind = ?3 and revokedAt is null",
        now,
        referrerId,
        kind);
  }
}
