package app.vouch.delivery.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** A block of addresses, such as {@code 10.0.0.0/8}. */
record AddressBlock(byte[] start, int prefix) {

  /**
   * @throws IllegalArgumentException when the text is no block
   */
  static AddressBlock of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException(text + " is no block of addresses"));
  }

  /** An address alone is the block of itself. */
  static Optional<AddressBlock> parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    if (!isLiteral(address)) {
      return Optional.empty();
    }
    try {
      byte[] start = InetAddress.getByName(address).getAddress();
      int bits = start.length * Byte.SIZE;
      int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
      return prefix < 0 || prefix > bits
          ? Optional.empty()
          : Optional.of(new AddressBlock(start, prefix));
    } catch (UnknownHostException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Only what Java reads as an address without asking for a name. */
  static boolean isLiteral(String text) {
    return text.indexOf(':') >= 0 || text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  }

  boolean contains(byte[] address) {
    if (address.length != start.length) {
      return false;
    }
    int whole = prefix / Byte.SIZE;
    for (int i = 0; i < whole; i++) {
      if (address[i] != start[i]) {
        return false;
      }
    }
    int rest = prefix % Byte.SIZE;
    int mask = 0xFF << (Byte.SIZE - rest) & 0xFF;
    return rest == 0 || (address[whole] & mask) == (start[whole] & mask);
  }
}
