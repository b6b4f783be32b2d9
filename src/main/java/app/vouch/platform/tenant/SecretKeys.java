package app.vouch.platform.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The configured keys that wrap every tenant's data keys: {@code VOUCH_SECRET_KEY} = {@code
 * kid:base64(32 bytes)[,kid:…]}, the first is the current one.
 */
@ApplicationScoped
public class SecretKeys {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;

  private final Map<String, SecretKeySpec> keys;
  private final SecureRandom random = new SecureRandom();

  SecretKeys(@ConfigProperty(name = "vouch.secret-key") String configured) {
    keys = parse(configured);
  }

  /**
   * The keys by their ids, the current one first.
   *
   * @throws IllegalArgumentException saying what the setting must look like
   */
  public static Map<String, SecretKeySpec> parse(String configured) {
    Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    for (String entry : configured.split(",", -1)) {
      int colon = entry.indexOf(':');
      byte[] key = colon < 1 ? new byte[0] : decode(entry.substring(colon + 1).strip());
      if (key.length != KEY_BYTES) {
        throw new IllegalArgumentException(
            "VOUCH_SECRET_KEY must be <key id>:<base64 of 32 random bytes>[,…]; make one with: echo k1:$(openssl rand -base64 32)");
      }
      keys.put(entry.substring(0, colon).strip(), new SecretKeySpec(key, "AES"));
    }
    return keys;
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  String currentId() {
    return keys.keySet().iterator().next();
  }

  byte[] wrap(byte[] dataKey) {
    return encrypt(key(currentId()), dataKey);
  }

  byte[] unwrap(String wrappedBy, byte[] wrapped) {
    return decrypt(key(wrappedBy), wrapped);
  }

  private SecretKeySpec key(String id) {
    SecretKeySpec key = keys.get(id);
    if (key == null) {
      throw new IllegalStateException(
          "a tenant's keys are wrapped by the key \"%s\", which VOUCH_SECRET_KEY does not list; add it behind the current one"
              .formatted(id));
    }
    return key;
  }

  byte[] random(int bytes) {
    byte[] value = new byte[bytes];
    random.nextBytes(value);
    return value;
  }

  /** AES-256-GCM; the nonce stands before the ciphertext. */
  byte[] encrypt(SecretKeySpec key, byte[] plain) {
    try {
      byte[] nonce = random(NONCE_BYTES);
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      byte[] sealed = cipher.doFinal(plain);
      byte[] all = new byte[NONCE_BYTES + sealed.length];
      System.arraycopy(nonce, 0, all, 0, NONCE_BYTES);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is not available", e);
    }
  }

  byte[] decrypt(SecretKeySpec key, byte[] sealed) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
      return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "a stored secret cannot be decrypted: VOUCH_SECRET_KEY differs from the one that sealed it",
          e);
    }
  }
}
