package app.vouch.delivery.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.dns.DnsClient;
import io.vertx.core.http.HttpServer;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A host whose name server first gives an address that may be asked, and the next moment one that
 * may not. The second is never connected to.
 */
@Tag("once")
class RebindingTest {
  private static final String OPEN = "127.0.0.2";
  private static final String INNER = "127.0.0.1";
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Vertx vertx;
  private OutboundClient client;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    client = new OutboundClient(vertx);
  }

  @AfterEach
  void stop() {
    client.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void shouldConnectToTheAddressThatWasVettedAndRefuseTheNextOne() throws Exception {
    List<String> came = new ArrayList<>();
    int port = listen(OPEN, 0, came).actualPort();
    listen(INNER, port, came);
    try (RebindingNameServer names = new RebindingNameServer(OPEN, INNER)) {
      OutboundAddresses addresses = addresses(names);
      String url = "http://rebinding.example:" + port + "/";

      OutboundTarget target = addresses.vet(url);
      assertThat(names.asked()).isEqualTo(1);
      for (int i = 0; i < 3; i++) {
        OutboundAnswer answer = client.post(target, Map.of(), new byte[0], null, LIMIT);
        assertThat(answer.status()).isEqualTo(200);
      }
      assertThat(names.asked()).isEqualTo(1);
      assertThatThrownBy(() -> addresses.vet(url))
          .isInstanceOf(AddressRefused.class)
          .hasMessageContaining(INNER);

      assertThat(names.asked()).isEqualTo(2);
      assertThat(came).hasSize(3).containsOnly(OPEN + " rebinding.example:" + port);
    }
  }

  private OutboundAddresses addresses(RebindingNameServer names) {
    DnsClient dns = vertx.createDnsClient(names.port(), INNER);
    return new OutboundAddresses(
        new AllowList(Optional.of(OPEN)),
        host -> {
          List<InetAddress> found = new ArrayList<>();
          for (String address :
              dns.resolveA(host).toCompletionStage().toCompletableFuture().join()) {
            found.add(InetAddress.getByName(address));
          }
          return found;
        });
  }

  private HttpServer listen(String address, int port, List<String> came) {
    return vertx
        .createHttpServer()
        .requestHandler(
            request -> {
              came.add(address + ' ' + request.getHeader("Host"));
              request.response().end();
            })
        .listen(port, address)
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }
}
