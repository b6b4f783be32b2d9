package app.vouch.introduction;

import app.vouch.platform.page.TokenSecret;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tokens. Only the search by hash looks into every tenant: a public link has no key. */
@ApplicationScoped
class TokenRepository implements PanacheRepositoryBase<IntroductionToken, UUID> {

  /** Whose token it is. */
  record Owner(UUID tenantId, UUID personId, UUID introductionId, UUID tokenId) {}

  /** Native SQL: the tenant is what is looked for. */
  Optional<Owner> owner(TokenSecret secret) {
    List<?> rows =
        getEntityManager()
            .createNativeQuery(
                "select tenant_id, person_id, introduction_id, id from introduction_token where hash = :hash",
                Tuple.class)
            .setParameter("hash", secret.hash())
            .getResultList();
    return rows.stream().findFirst().map(row -> owner((Tuple) row));
  }

  private static Owner owner(Tuple row) {
    return new Owner(
        uuid(row.get(0, byte[].class)),
        uuid(row.get(1, byte[].class)),
        uuid(row.get(2, byte[].class)),
        uuid(row.get(3, byte[].class)));
  }

  private static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  /** The links that asked in one step ask in another: the party has deferred anew. */
  void carry(UUID introductionId, Party party, int fromStep, int toStep) {
    update(
        "stepNo = ?1 where introductionId = ?2 and party = ?3 and kind = ?4 and stepNo = ?5",
        toStep,
        introductionId,
        party,
        IntroductionToken.Kind.OPT_IN,
        fromStep);
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
