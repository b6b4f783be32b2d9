package app.vouch.platform.erasure;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody of whom nothing is to be kept but numbers.
 *
 * @param ids TypeIDs of the person, and of what tells of nobody else, such as a referral of them
 * @param tombstone stands where a name or a text must be
 */
public record Erased(UUID tenantId, UUID personId, Set<String> ids, String tombstone, Instant at) {
  public Erased {
    ids = Set.copyOf(ids);
  }
}
