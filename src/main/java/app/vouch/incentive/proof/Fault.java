package app.vouch.incentive.proof;

import app.vouch.shared.IdType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that is not what the others say it must be.
 *
 * @param entry the entry that it belongs to; null where it belongs to none
 * @param resourceId TypeID of the entry, account, reward, payout or head
 * @param detail what is wrong, with both values
 */
record Fault(@Nullable UUID entry, String resourceId, String detail) {

  static Fault ofEntry(UUID entry, String detail, Object... values) {
    return new Fault(entry, IdType.ENTRY.format(entry), detail.formatted(values));
  }

  static Fault of(IdType type, UUID id, String detail, Object... values) {
    return new Fault(null, type.format(id), detail.formatted(values));
  }

  /** Found on an account or other resource, in one of its entries. */
  Fault in(UUID ofEntry) {
    return new Fault(ofEntry, resourceId, detail);
  }
}
