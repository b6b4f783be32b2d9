package app.vouch.platform.tenant;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.tenant.TenantKey.Purpose;
import app.vouch.shared.Emails;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the tenant's data keys are used for: sealing secrets, e-mail keys, nonces of public pages,
 * heads of the ledger. A data key never changes, so it is kept in memory once it was read.
 */
@ApplicationScoped
public class TenantKeys {
  private static final int KEY_BYTES = 32;

  private final SecretKeys secrets;
  private final EntityManager entities;
  private final RequestContext request;
  private final Uuid7 ids;
  private final Map<UUID, Map<Purpose, byte[]>> read = new ConcurrentHashMap<>();

  TenantKeys(SecretKeys secrets, EntityManager entities, RequestContext request, Uuid7 ids) {
    this.secrets = secrets;
    this.entities = entities;
    this.request = request;
    this.ids = ids;
  }

  /** Makes a new realm's keys. */
  void create(UUID tenant) {
    for (Purpose purpose : Purpose.values()) {
      byte[] wrapped = secrets.wrap(secrets.random(KEY_BYTES));
      entities.persist(new TenantKey(ids.next(), tenant, purpose, secrets.currentId(), wrapped));
    }
  }

  /** Seals a secret of the tenant in scope. */
  public byte[] encrypt(byte[] plain) {
    return secrets.encrypt(aes(), plain);
  }

  public byte[] decrypt(byte[] sealed) {
    return secrets.decrypt(aes(), sealed);
  }

  /** 32 bytes that are equal when two addresses reach the same person, and say nothing else. */
  public byte[] emailKey(String address) {
    return hmac(Purpose.EMAIL, Emails.normalise(address).getBytes(StandardCharsets.UTF_8));
  }

  /** The 32-byte code that a public page carries in its form. */
  public byte[] nonce(byte[] content) {
    return hmac(Purpose.NONCE, content);
  }

  /** What only a holder of the tenant's key can make of the head of its ledger: 32 bytes. */
  public byte[] ledgerHead(byte[] content) {
    return hmac(Purpose.LEDGER, content);
  }

  private byte[] hmac(Purpose purpose, byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(purpose), "HmacSHA256"));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is not available", e);
    }
  }

  private SecretKeySpec aes() {
    return new SecretKeySpec(key(Purpose.ENCRYPT), "AES");
  }

  private byte[] key(Purpose purpose) {
    UUID tenant = request.tenantId();
    Map<Purpose, byte[]> keys = read.get(tenant);
    if (keys == null) {
      keys = load(tenant);
      read.put(tenant, keys);
    }
    byte[] key = keys.get(purpose);
    if (key == null) {
      read.remove(tenant);
      throw new IllegalStateException("the tenant in scope has no key for " + purpose);
    }
    return key;
  }

  private Map<Purpose, byte[]> load(UUID tenant) {
    Map<Purpose, byte[]> keys = new EnumMap<>(Purpose.class);
    entities
        .createQuery("from TenantKey where tenantId = :tenant", TenantKey.class)
        .setParameter("tenant", tenant)
        .getResultList()
        .forEach(k -> keys.put(k.purpose(), secrets.unwrap(k.wrappedBy(), k.wrapped())));
    return keys;
  }
}
