package app.vouch.delivery.outbound;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Addresses that the operator allows although they are not public, and over plain HTTP too: {@code
 * VOUCH_OUTBOUND_ALLOW}, a comma separated list of {@code host:port}, addresses and blocks of
 * addresses. For development and private installations.
 */
@Startup
@ApplicationScoped
class AllowList {
  private final Set<String> hosts = new HashSet<>();
  private final List<AddressBlock> blocks = new ArrayList<>();

  AllowList(@ConfigProperty(name = "vouch.outbound-allow") Optional<String> configured) {
    Arrays.stream(configured.orElse("").split(",", -1))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .forEach(this::add);
  }

  private void add(String entry) {
    Optional<AddressBlock> block = AddressBlock.parse(entry);
    if (block.isPresent()) {
      blocks.add(block.get());
    } else if (entry.matches("[A-Za-z0-9._-]+:[0-9]{1,5}")) {
      hosts.add(entry.toLowerCase(Locale.ROOT));
    } else {
      throw new IllegalStateException(
          "VOUCH_OUTBOUND_ALLOW has \"%s\"; each entry must be host:port, an address, or a block such as 10.0.0.0/8"
              .formatted(entry));
    }
  }

  boolean allows(OutboundUrl url) {
    return hosts.contains(url.host() + ':' + url.port());
  }

  boolean allows(byte[] address) {
    return blocks.stream().anyMatch(block -> block.contains(address));
  }
}
