package app.vouch.platform.journal;

import app.vouch.shared.IdType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A move of a state machine that was made.
 *
 * @param from null for the first step
 * @param version the resource's version after the step
 * @param note free text of a person; never in an event
 */
public record Step(
    IdType resourceType,
    UUID resourceId,
    @Nullable Enum<?> from,
    Enum<?> action,
    Enum<?> to,
    int version,
    @Nullable String reasonCode,
    @Nullable String note) {}
