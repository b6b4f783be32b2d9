package app.vouch.delivery;

import app.vouch.platform.event.EventType;
import app.vouch.platform.event.EventTypeFilter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint wants: events of its types that pass its filter.
 *
 * @param filter null where every event of the types is wanted
 */
record Wanted(EventTypeFilter types, @Nullable EventFilter filter) {
  private static final ObjectReader JSON = new ObjectMapper().reader();

  /**
   * @param event read only where there is a filter
   */
  boolean includes(EventType type, Supplier<JsonNode> event) {
    return types.wants(type) && (filter == null || filter.wants(event.get()));
  }

  static JsonNode read(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException("a stored event cannot be read", e);
    }
  }
}
