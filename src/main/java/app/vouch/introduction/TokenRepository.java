package app.vouch.introduction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Tokens. Only the search by hash looks into every tenant: a public link has no key. */
@ApplicationScoped
class TokenRepository implements PanacheRepositoryBase<IntroductionToken, UUID> {

  /** Whose token it is. */
  record Owner(UUID tenantId, UUID personId, UUID introductionId, UUID tokenId) {}

  /** Native SQL: the tenant is what is looked for. */
  Optional<Owner> owner(TokenSecret secret) {
    return getEntityManager()
        .createNativeQuery(
            "select tenant_id, person_id, introduction_id, id from introduction_token where hash = :hash",
            Tuple.class)
        .setParameter("hash", secret.hash())
        .getResultStream()
        .map(
            row -> {
              Tuple found = (Tuple) row;
              return new Owner(
                  uuid(found.get(0, byte[].class)),
                  uuid(found.get(1, byte[].class)),
                  uuid(found.get(2, byte[].class)),
                  uuid(found.get(3, byte[].class)));
            })
        .findFirst();
  }

  private static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  /** One link per party can be answered with: the newest. */
  void revokeOptIns(UUID introductionId, Party party, Instant now) {
    update(
        "revokedAt = ?1 where introductionId = ?2 and party = ?3 and kind = ?4"
            + " and usedAt is null and revokedAt is null",
        now,
        introductionId,
        party,
        IntroductionToken.Kind.OPT_IN);
  }
}
