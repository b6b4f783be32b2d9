package app.vouch.delivery.outbound;

import io.vertx.core.http.HttpClient;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** HTTP clients that show a certificate: one per identity, the ones used last. */
final class IdentityClients {
  private static final int MOST = 200;

  private final Function<ClientIdentity, HttpClient> maker;
  private final Map<ClientIdentity, HttpClient> clients = new LinkedHashMap<>(16, 0.75f, true);

  IdentityClients(Function<ClientIdentity, HttpClient> maker) {
    this.maker = maker;
  }

  synchronized HttpClient of(ClientIdentity identity) {
    HttpClient known = clients.get(identity);
    if (known != null) {
      return known;
    }
    HttpClient made = maker.apply(identity);
    clients.put(identity, made);
    if (clients.size() > MOST) {
      Iterator<HttpClient> oldest = clients.values().iterator();
      oldest.next().close();
      oldest.remove();
    }
    return made;
  }

  synchronized void close() {
    clients.values().forEach(HttpClient::close);
    clients.clear();
  }
}
