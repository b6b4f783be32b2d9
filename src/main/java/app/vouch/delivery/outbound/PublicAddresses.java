package app.vouch.delivery.outbound;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are public: the rest is never connected to, unless the configuration allows it.
 *
 * <p>Source: the IANA special-purpose address registries, as collected in the project's reference.
 */
final class PublicAddresses {
  private static final int IPV4_BYTES = 4;

  private static final List<AddressBlock> NOT_PUBLIC =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "::/8",
              "100::/64",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20",
              "5f00::/16",
              "fc00::/7",
              "fe80::/10",
              "fec0::/10",
              "ff00::/8")
          .map(AddressBlock::of)
          .toList();

  /** Translated IPv4 (RFC 6052): as public as the address inside. */
  private static final AddressBlock TRANSLATED = AddressBlock.of("64:ff9b::/96");

  /**
   * @param address 4 or 16 bytes
   */
  static boolean isPublic(byte[] address) {
    if (TRANSLATED.contains(address)) {
      return isPublic(Arrays.copyOfRange(address, address.length - IPV4_BYTES, address.length));
    }
    return NOT_PUBLIC.stream().noneMatch(block -> block.contains(address));
  }

  private PublicAddresses() {}
}
