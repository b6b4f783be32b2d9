package app.vouch.delivery;

import app.vouch.platform.tenant.TenantKeys;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Makes, seals and opens signing secrets: {@code whsec_} and the base64 of 32 random bytes, or an
 * Ed25519 key pair, whose public half is shown as {@code whpk_} and the base64 of its 32 bytes.
 */
@ApplicationScoped
public class WebhookSecrets {
  private static final String PREFIX = "whsec_";
  private static final String PUBLIC_PREFIX = "whpk_";
  private static final int BYTES = 32;
  private static final int MOST_OLD = 10;

  private final EntityManager entities;
  private final TenantKeys keys;
  private final Uuid7 ids;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  WebhookSecrets(EntityManager entities, TenantKeys keys, Uuid7 ids, Clock clock) {
    this.entities = entities;
    this.keys = keys;
    this.ids = ids;
    this.clock = clock;
  }

  /** Makes the endpoint's new secret; up to ten older ones are used until the overlap ends. */
  MadeSecret renew(UUID endpointId, SignatureKind kind, Duration overlap) {
    Instant now = clock.instant();
    List<WebhookSecret> older =
        entities
            .createQuery(
                "from WebhookSecret where endpointId = :endpoint order by id desc",
                WebhookSecret.class)
            .setParameter("endpoint", endpointId)
            .getResultList();
    for (int i = 0; i < older.size(); i++) {
      older.get(i).replacedUntil(now.plus(overlap));
      if (older.get(i).isPast(now) || i >= MOST_OLD) {
        entities.remove(older.get(i));
      }
    }
    return switch (kind) {
      case V1 -> {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        keep(endpointId, kind, secret, now);
        yield new MadeSecret(kind, PREFIX + Base64.getEncoder().encodeToString(secret), null);
      }
      case V1A -> {
        KeyPair pair = keyPair();
        keep(endpointId, kind, pair.getPrivate().getEncoded(), now);
        yield new MadeSecret(kind, null, PUBLIC_PREFIX + rawBase64(pair.getPublic()));
      }
    };
  }

  private void keep(UUID endpointId, SignatureKind kind, byte[] secret, Instant now) {
    entities.persist(new WebhookSecret(ids.next(), endpointId, kind, keys.encrypt(secret), now));
  }

  private static KeyPair keyPair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Ed25519 is not available", e);
    }
  }

  /** The last 32 bytes of the X.509 form are the key itself (RFC 8410). */
  private static String rawBase64(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return Base64.getEncoder()
        .encodeToString(Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length));
  }

  /** The bytes to sign with, for Ed25519 in PKCS #8; in the endpoint's tenant. */
  public byte[] open(byte[] sealed) {
    return keys.decrypt(sealed);
  }
}
