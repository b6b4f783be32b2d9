package app.vouch.platform.metrics;

import app.vouch.platform.event.AppendedEvents;
import app.vouch.platform.event.EventType;
import app.vouch.platform.journal.Step;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Locale;

/**
 * Counts what was committed: {@code vouch_events_total}, {@code vouch_captures_total}, {@code
 * vouch_transitions_total}, {@code vouch_ledger_entries_total}. No label holds a tenant or an id.
 */
@ApplicationScoped
class DomainMetrics {
  private final MeterRegistry registry;

  DomainMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void events(@Observes(during = TransactionPhase.AFTER_SUCCESS) AppendedEvents appended) {
    appended
        .events()
        .forEach(
            event -> {
              EventType type = event.fact().type();
              registry.counter("vouch.events", "type", type.text()).increment();
              if (type == EventType.REFERRAL_CAPTURED) {
                registry.counter("vouch.captures").increment();
              }
            });
  }

  void step(@Observes(during = TransactionPhase.AFTER_SUCCESS) Step step) {
    registry
        .counter(
            "vouch.transitions",
            "resource",
            step.resourceType().resourceName(),
            "action",
            step.action().name(),
            "to",
            step.to().name())
        .increment();
  }

  void entry(@Observes(during = TransactionPhase.AFTER_SUCCESS) LedgerEntryWritten entry) {
    registry
        .counter("vouch.ledger.entries", "kind", entry.kind().toLowerCase(Locale.ROOT))
        .increment();
  }
}
