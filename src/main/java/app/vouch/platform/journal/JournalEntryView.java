package app.vouch.platform.journal;

import app.vouch.platform.access.Actor;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One line of a timeline.
 *
 * @param from null where the resource began
 * @param note null unless the caller may read private notes
 */
@Schema(name = "JournalEntry")
@Name("JournalEntry")
public record JournalEntryView(
    @Nullable String from,
    String action,
    String to,
    int version,
    Actor actor,
    @Nullable String reasonCode,
    @Nullable String note,
    Instant happenedAt) {}
