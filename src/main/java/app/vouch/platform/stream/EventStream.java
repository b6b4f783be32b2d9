package app.vouch.platform.stream;

import app.vouch.platform.loop.BackgroundLoop;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Relays the log to Kafka in the order of its positions, by one replica at a time: a batch is sent,
 * acknowledged, and then passed. What was sent and not yet passed when a replica dies is sent once
 * more; nothing is left out. No transaction is open while the broker is waited for.
 */
@ApplicationScoped
class EventStream {
  private static final Logger LOG = Logger.getLogger(EventStream.class);
  private static final int AFTER_MIGRATION = 200;
  private static final int BATCH = 500;

  /** Longer than a batch takes to be given up. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  private static final Duration STOP_WAIT = Duration.ofSeconds(5);
  private static final Duration SAMPLE_EVERY = Duration.ofSeconds(5);

  private final StreamPlace place;
  private final StreamSettings settings;
  private final Broker broker;
  private final MeterRegistry meters;
  private final AtomicLong behind = new AtomicLong();
  private final BackgroundLoop loop;
  private boolean failing;
  private long sampleAt = System.nanoTime();

  EventStream(
      StreamPlace place,
      StreamSettings settings,
      MeterRegistry meters,
      @ConfigProperty(name = "vouch.events.polling") Duration polling) {
    this.place = place;
    this.settings = settings;
    this.broker = new Broker(settings);
    this.meters = meters;
    this.loop = new BackgroundLoop("event-stream", polling, this::relay);
  }

  void start(@Observes @Priority(AFTER_MIGRATION) StartupEvent event) {
    if (settings.isOn()) {
      settings.producer();
      Gauge.builder("vouch.stream.lag", behind, AtomicLong::get)
          .description("Events that are not in the stream yet")
          .baseUnit("events")
          .register(meters);
      LOG.infof(
          "events go to the topic %s of the Kafka servers %s",
          settings.topic(), settings.servers());
      loop.start();
    }
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) {
    if (settings.isOn()) {
      loop.stop(STOP_WAIT);
      broker.close();
      place.letGo();
    }
  }

  private boolean relay() throws InterruptedException {
    sample();
    if (!place.hold(LEASE)) {
      return false;
    }
    List<StreamedEvent> next = place.next(BATCH);
    if (next.isEmpty()) {
      return false;
    }
    try {
      broker.send(next);
    } catch (KafkaException e) {
      failed(e);
      return false;
    }
    place.moveTo(next.getLast().position());
    sent(next.size());
    return next.size() == BATCH;
  }

  private void sample() {
    if (System.nanoTime() - sampleAt >= 0) {
      sampleAt = System.nanoTime() + SAMPLE_EVERY.toNanos();
      behind.set(place.behind());
    }
  }

  /** Said once; it is tried again all the time. */
  private void failed(KafkaException e) {
    if (!failing) {
      LOG.errorf(
          "events do not reach the topic %s of %s, and are sent as soon as they do: %s",
          settings.topic(), settings.servers(), e.getMessage());
    }
    failing = true;
    counter("vouch.stream.failures", "Batches that the stream did not take").increment();
  }

  private void sent(int events) {
    if (failing) {
      LOG.infof("events reach the topic %s again", settings.topic());
    }
    failing = false;
    counter("vouch.stream.sent", "Events that were sent to the stream").increment(events);
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(meters);
  }
}
