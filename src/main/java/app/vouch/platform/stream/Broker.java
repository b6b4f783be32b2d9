package app.vouch.platform.stream;

import app.vouch.shared.IdType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the topic. After a failure the connection is dropped with everything that it still
 * holds, so that nothing old arrives behind what is sent again. For one thread.
 */
final class Broker implements AutoCloseable {
  private final StreamSettings settings;
  private @Nullable Producer<String, byte[]> producer;

  Broker(StreamSettings settings) {
    this.settings = settings;
  }

  /**
   * Sends events in their order and waits until all of the topic's in-sync replicas have them.
   *
   * @throws KafkaException when some may not have arrived
   */
  void send(List<StreamedEvent> events) throws InterruptedException {
    try {
      Producer<String, byte[]> open = open();
      List<Future<RecordMetadata>> answers = new ArrayList<>();
      for (StreamedEvent event : events) {
        Future<RecordMetadata> answer = open.send(record(event));
        answers.add(answer);
        // One that cannot begin has waited for its limit; the others would each wait as long.
        if (answer.isDone()) {
          answer.get();
        }
      }
      open.flush();
      for (Future<RecordMetadata> answer : answers) {
        answer.get();
      }
    } catch (ExecutionException e) {
      close();
      throw new KafkaException(String.valueOf(e.getCause()), e.getCause());
    } catch (RuntimeException | InterruptedException e) {
      close();
      throw e;
    }
  }

  private Producer<String, byte[]> open() {
    if (producer == null) {
      producer =
          new KafkaProducer<>(
              settings.producer(), new StringSerializer(), new ByteArraySerializer());
    }
    return producer;
  }

  private ProducerRecord<String, byte[]> record(StreamedEvent event) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(settings.topic(), event.resourceId(), event.body());
    header(record, "content-type", "application/json");
    header(record, "vouch-event-id", IdType.EVENT.format(event.id()));
    header(record, "vouch-event-type", event.type());
    header(record, "vouch-tenant-id", IdType.TENANT.format(event.tenantId()));
    return record;
  }

  private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }
}
