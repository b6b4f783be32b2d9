package app.vouch.delivery;

import app.vouch.platform.tenant.TenantKeys;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Makes, seals and opens signing secrets: {@code whsec_} and the base64 of 32 random bytes. */
@ApplicationScoped
public class WebhookSecrets {
  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private static final int MOST_AT_ONCE = 11;

  private final EntityManager entities;
  private final TenantKeys keys;
  private final DeliverySettings settings;
  private final Uuid7 ids;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  WebhookSecrets(
      EntityManager entities, TenantKeys keys, DeliverySettings settings, Uuid7 ids, Clock clock) {
    this.entities = entities;
    this.keys = keys;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  /** Makes the endpoint's new secret; older ones are used beside it until the overlap ends. */
  String renew(UUID endpointId) {
    Instant now = clock.instant();
    List<WebhookSecret> older =
        entities
            .createQuery(
                "from WebhookSecret where endpointId = :endpoint order by id desc",
                WebhookSecret.class)
            .setParameter("endpoint", endpointId)
            .getResultList();
    for (int i = 0; i < older.size(); i++) {
      older.get(i).replacedUntil(now.plus(settings.secretOverlap()));
      if (older.get(i).isPast(now) || i + 1 >= MOST_AT_ONCE) {
        entities.remove(older.get(i));
      }
    }
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    entities.persist(new WebhookSecret(ids.next(), endpointId, keys.encrypt(secret), now));
    return PREFIX + Base64.getEncoder().encodeToString(secret);
  }

  /** The bytes to sign with; in the endpoint's tenant. */
  public byte[] open(byte[] sealed) {
    return keys.decrypt(sealed);
  }
}
