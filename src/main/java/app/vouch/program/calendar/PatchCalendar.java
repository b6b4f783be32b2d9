package app.vouch.program.calendar;

import app.vouch.platform.work.Command;
import app.vouch.platform.work.OnResource;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Changes a calendar by a merge patch (RFC 7396); a part that is removed has its default again.
 *
 * @param version the version that the caller has read
 * @param patch of the members of a calendar, typed right
 */
public record PatchCalendar(String id, int version, JsonNode patch, @Nullable String idempotencyKey)
    implements Command, OnResource {}
