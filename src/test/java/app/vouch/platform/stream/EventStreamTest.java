package app.vouch.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.vouch.TestRealm;
import app.vouch.platform.event.EventFeed;
import app.vouch.platform.event.EventTypeFilter;
import app.vouch.platform.event.LoggedEvent;
import app.vouch.shared.IdType;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The log in a real Kafka broker. */
@QuarkusTest
@TestProfile(EventStreamTest.WithStream.class)
@Tag("once")
@Timeout(240)
class EventStreamTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String TOPIC = "vouch.test.events";
  private static final String PORT = "vouch.test.kafka.port";

  /** Switched on, toward a broker that the test starts. */
  public static final class WithStream implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("vouch.kafka.servers", "127.0.0.1:" + port(), "vouch.kafka.topic", TOPIC);
    }
  }

  /** A system property, because Quarkus loads this class in several class loaders. */
  private static synchronized int port() {
    try {
      System.setProperty(PORT, System.getProperty(PORT, Integer.toString(KafkaBroker.freePort())));
      return Integer.getInteger(PORT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KafkaBroker broker;

  @Inject TestRealm realm;
  @Inject EventFeed feed;
  @Inject MeterRegistry meters;

  private UUID tenant;

  @BeforeAll
  static void startBroker() throws Exception {
    broker =
        new KafkaBroker(
            Files.createTempDirectory(Path.of("target"), "kafka-").toAbsolutePath(), port());
  }

  @AfterAll
  static void stopBroker() throws Exception {
    broker.close();
  }

  @BeforeEach
  void makeTenant() {
    tenant = realm.make();
  }

  @Test
  void shouldCarryEveryEventWithItsBytesUnderItsResource() {
    UUID first = realm.publish(tenant, "deal.won", "deal.reopened");
    realm.publish(tenant, "referral.won");
    realm.publish(tenant, first, "deal.lost");

    List<ConsumerRecord<String, byte[]>> records = awaitRecords(4);

    List<LoggedEvent> logged = logged();
    assertThat(records.stream().map(record -> header(record, "vouch-event-id")))
        .containsExactlyInAnyOrderElementsOf(
            logged.stream().map(event -> IdType.EVENT.format(event.id())).toList());
    for (ConsumerRecord<String, byte[]> record : records) {
      assertThat(record.value()).isEqualTo(body(logged, header(record, "vouch-event-id")));
      assertThat(header(record, "content-type")).isEqualTo("application/json");
    }
    assertThat(
            records.stream()
                .filter(record -> record.key().equals(IdType.ORGANIZATION.format(first)))
                .map(record -> header(record, "vouch-event-type")))
        .containsExactly("deal.won", "deal.reopened", "deal.lost");
  }

  @Test
  void shouldLeaveNothingOutWhileTheBrokerIsAway() throws Exception {
    realm.publish(tenant, "deal.won");
    awaitRecords(1);
    broker.kill();
    UUID resource = UUID.randomUUID();
    for (int i = 0; i < 30; i++) {
      realm.publish(tenant, resource, "deal.won", "deal.reopened");
    }
    await().atMost(SOON).until(() -> meters.get("vouch.stream.lag").gauge().value() >= 60);
    await().atMost(SOON).until(() -> meters.counter("vouch.stream.failures").count() > 0);

    broker.start();

    List<ConsumerRecord<String, byte[]>> records = awaitRecords(61);
    List<String> sequence =
        records.stream()
            .filter(record -> record.key().equals(IdType.ORGANIZATION.format(resource)))
            .map(record -> header(record, "vouch-event-id"))
            .distinct()
            .toList();
    assertThat(sequence)
        .isEqualTo(
            logged().stream().skip(1).map(event -> IdType.EVENT.format(event.id())).toList());
    await().atMost(SOON).until(() -> meters.get("vouch.stream.lag").gauge().value() == 0);
  }

  private List<LoggedEvent> logged() {
    return realm.in(tenant, () -> feed.after(null, EventTypeFilter.EVERYTHING, 200));
  }

  private static byte[] body(List<LoggedEvent> logged, String id) {
    return logged.stream()
        .filter(event -> IdType.EVENT.format(event.id()).equals(id))
        .findFirst()
        .orElseThrow()
        .body();
  }

  /** The tenant's, in the order of each partition, once there are so many different ones. */
  private List<ConsumerRecord<String, byte[]>> awaitRecords(int events) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    Properties properties = new Properties();
    properties.put("bootstrap.servers", "127.0.0.1:" + port());
    properties.put("auto.offset.reset", "earliest");
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      await()
          .atMost(SOON)
          .until(() -> consumer.partitionsFor(TOPIC, Duration.ofSeconds(5)).size() == 4);
      List<TopicPartition> all =
          consumer.partitionsFor(TOPIC).stream()
              .map(partition -> new TopicPartition(TOPIC, partition.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      await()
          .atMost(SOON)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                records.removeIf(
                    r -> !header(r, "vouch-tenant-id").equals(IdType.TENANT.format(tenant)));
                return records.stream().map(r -> header(r, "vouch-event-id")).distinct().count()
                    >= events;
              });
    }
    return records;
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
