package app.vouch.contract.event;

import app.vouch.platform.event.AppendedEvent;
import app.vouch.platform.event.AppendedEvents;
import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Fact;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Holds every event that any test brings about against the schema of its type. What differs rolls
 * its write back: the test that made it fails.
 */
@ApplicationScoped
class EventWatch {
  private final ObjectMapper json;
  private final EventSchemas schemas = EventSchemas.built();

  EventWatch(ObjectMapper json) {
    this.json = json;
  }

  void appended(@Observes AppendedEvents appended) {
    appended.events().stream().filter(event -> isReal(event.fact())).forEach(this::check);
  }

  /** Facts that only tests make are about another resource than their type says. */
  private static boolean isReal(Fact fact) {
    return fact.resourceType() == fact.type().data().resource();
  }

  private void check(AppendedEvent event) {
    EventType type = event.fact().type();
    try {
      List<String> faults = schemas.faults(type, json.readTree(event.body()));
      if (!faults.isEmpty()) {
        throw new IllegalStateException(
            "%s is not what its schema says:\n%s"
                .formatted(type.text(), String.join("\n", faults)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
