package app.vouch.platform.guard;

import app.vouch.platform.access.RequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Guard rows: whoever holds one first is first. Never select-then-insert, because READ COMMITTED
 * has no gap locks. The upsert itself takes the row lock, which lasts until the transaction ends;
 * several guards are taken in the order of their keys, so two callers cannot wait for each other.
 */
@ApplicationScoped
public class Guards {
  private final EntityManager entities;
  private final RequestContext request;

  Guards(EntityManager entities, RequestContext request) {
    this.entities = entities;
    this.request = request;
  }

  /**
   * Waits until this transaction holds every one of them. Native SQL: the rows carry the tenant,
   * and it is part of the key.
   *
   * @param names what is guarded, such as {@code prospect:<family>:<key>}; unique per tenant
   * @return whether nobody has ever held any of them before
   */
  public boolean hold(Collection<String> names) {
    List<byte[]> keys =
        names.stream().distinct().map(this::key).sorted(Arrays::compareUnsigned).toList();
    if (keys.isEmpty()) {
      return true;
    }
    String rows = keys.stream().map(k -> "(?, ?, 1)").collect(Collectors.joining(", "));
    Query query =
        entities.createNativeQuery(
            "insert into guard_row (id, tenant_id, taken) values "
                + rows
                + " on duplicate key update taken = taken + 1");
    int parameter = 1;
    for (byte[] key : keys) {
      query.setParameter(parameter++, key);
      query.setParameter(parameter++, request.tenantId());
    }
    // One for each row inserted, two for each that was there.
    return query.executeUpdate() == keys.size();
  }

  private byte[] key(String name) {
    UUID tenant = request.tenantId();
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          ByteBuffer.allocate(16)
              .putLong(tenant.getMostSignificantBits())
              .putLong(tenant.getLeastSignificantBits())
              .array());
      return digest.digest(name.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is not available", e);
    }
  }
}
