package app.vouch.delivery.outbound;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks a host up, once, and refuses it when any of its addresses is not public. Who connects later
 * uses the address from here, so a name that changes its mind gains nothing.
 */
@ApplicationScoped
public class OutboundAddresses {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final AllowList allowed;
  private final NameLookup names;
  private final ExecutorService lookups = Executors.newVirtualThreadPerTaskExecutor();

  @Inject
  OutboundAddresses(AllowList allowed) {
    this(allowed, NameLookup.SYSTEM);
  }

  OutboundAddresses(AllowList allowed, NameLookup names) {
    this.allowed = allowed;
    this.names = names;
  }

  @PreDestroy
  void close() {
    lookups.shutdownNow();
  }

  /**
   * Vets a URL. Asks the network: never inside a transaction.
   *
   * @throws AddressRefused when the URL is malformed, its host does not resolve within 5 seconds,
   *     any of its addresses is not public, or it is plain HTTP
   */
  public OutboundTarget vet(String text) {
    OutboundUrl url = OutboundUrl.parse(text);
    boolean named = allowed.allows(url);
    List<InetAddress> found = resolve(url, named);
    boolean open = named || found.stream().allMatch(a -> allowed.allows(a.getAddress()));
    if (!open) {
      requirePublic(url, found);
    }
    if (!url.tls() && !open) {
      throw new AddressRefused("the URL must start with https://");
    }
    return new OutboundTarget(url, withoutName(found.getFirst()));
  }

  private void requirePublic(OutboundUrl url, List<InetAddress> found) {
    for (InetAddress address : found) {
      boolean mapped = url.host().indexOf(':') >= 0 && address instanceof Inet4Address;
      if (mapped
          || !(PublicAddresses.isPublic(address.getAddress())
              || allowed.allows(address.getAddress()))) {
        throw new AddressRefused(
            "the host %s is at %s, which is not a public address"
                .formatted(url.host(), address.getHostAddress()));
      }
    }
  }

  /** A dot at the end keeps the resolver's search domains out. */
  private List<InetAddress> resolve(OutboundUrl url, boolean named) {
    boolean asItIs = url.isLiteral() || named || url.host().endsWith(".");
    String name = asItIs ? url.host() : url.host() + '.';
    Future<List<InetAddress>> lookup = lookups.submit(() -> names.addresses(name));
    try {
      List<InetAddress> found = lookup.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      if (found.isEmpty()) {
        throw new AddressRefused("the host %s has no address".formatted(url.host()));
      }
      return found;
    } catch (TimeoutException e) {
      lookup.cancel(true);
      throw new AddressRefused(
          "the host %s was not resolved within %d s".formatted(url.host(), LIMIT.toSeconds()));
    } catch (ExecutionException e) {
      throw new AddressRefused("the host %s does not resolve".formatted(url.host()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AddressRefused("interrupted while " + url.host() + " was looked up");
    }
  }

  private static InetAddress withoutName(InetAddress address) {
    try {
      return InetAddress.getByAddress(address.getAddress());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of a wrong length", e);
    }
  }
}
