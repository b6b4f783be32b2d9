package app.vouch.platform.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the stream goes, as the operator says; nowhere by default. */
@ApplicationScoped
class StreamSettings {
  private static final int LARGEST_REQUEST = 16 * 1024 * 1024;
  private static final int ANSWER_MS = 5_000;
  private static final int DELIVERY_MS = 15_000;
  private static final int BLOCK_MS = 10_000;

  private final String servers;
  private final String topic;
  private final String further;

  StreamSettings(
      @ConfigProperty(name = "vouch.kafka.servers") Optional<String> servers,
      @ConfigProperty(name = "vouch.kafka.topic") String topic,
      @ConfigProperty(name = "vouch.kafka.properties") Optional<String> further) {
    this.servers = servers.orElse("").strip();
    this.topic = topic;
    this.further = further.orElse("");
  }

  boolean isOn() {
    return !servers.isEmpty();
  }

  String servers() {
    return servers;
  }

  String topic() {
    return topic;
  }

  /** The producer's properties: the operator's, and over them what the stream's promises need. */
  Properties producer() {
    Properties properties = new Properties();
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
    try {
      properties.load(new StringReader(further));
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "VOUCH_KAFKA_PROPERTIES must have a property on each line: " + e.getMessage(), e);
    }
    properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MS);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MS);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MS);
    return properties;
  }
}
