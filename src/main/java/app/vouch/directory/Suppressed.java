package app.vouch.directory;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address was suppressed just now, in the transaction that is open.
 *
 * @param personIds whom it reaches
 * @param emailKeys of the addresses
 * @param byLink the opt-out link with which the person did it themselves; null where others did
 */
public record Suppressed(List<UUID> personIds, List<byte[]> emailKeys, @Nullable UUID byLink) {}
