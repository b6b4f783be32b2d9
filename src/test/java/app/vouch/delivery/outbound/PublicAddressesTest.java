package app.vouch.delivery.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list is written down a second time, as first and last address, and compared at random. */
class PublicAddressesTest {
  private static final int SAMPLES = 200_000;
  private static final String[][] V4 = {
    {"0.0.0.0", "0.255.255.255"},
    {"10.0.0.0", "10.255.255.255"},
    {"100.64.0.0", "100.127.255.255"},
    {"127.0.0.0", "127.255.255.255"},
    {"169.254.0.0", "169.254.255.255"},
    {"172.16.0.0", "172.31.255.255"},
    {"192.0.0.0", "192.0.0.255"},
    {"192.0.2.0", "192.0.2.255"},
    {"192.88.99.0", "192.88.99.255"},
    {"192.168.0.0", "192.168.255.255"},
    {"198.18.0.0", "198.19.255.255"},
    {"198.51.100.0", "198.51.100.255"},
    {"203.0.113.0", "203.0.113.255"},
    {"224.0.0.0", "255.255.255.255"},
  };
  private static final String[][] V6 = {
    {"::", "ff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"},
    {"100::", "100::ffff:ffff:ffff:ffff"},
    {"2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff"},
    {"2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"},
    {"2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff"},
    {"3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff"},
    {"5f00::", "5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff"},
    {"fc00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"},
    {"fe80::", "feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"},
    {"ff00::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"},
  };

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @Test
  void shouldAgreeWithTheRangesForRandomIpv4Addresses() throws Exception {
    for (int i = 0; i < SAMPLES; i++) {
      byte[] address = near(V4, 4);

      assertThat(PublicAddresses.isPublic(address))
          .as("%s, seed %d", InetAddress.getByAddress(address), seed)
          .isEqualTo(!within(V4, address));
    }
  }

  @Test
  void shouldAgreeWithTheRangesForRandomIpv6Addresses() throws Exception {
    for (int i = 0; i < SAMPLES; i++) {
      byte[] address = near(V6, 16);

      assertThat(PublicAddresses.isPublic(address))
          .as("%s, seed %d", InetAddress.getByAddress(address), seed)
          .isEqualTo(!within(V6, address));
    }
  }

  @Test
  void shouldTakeTheVerdictOfTheAddressInsideATranslatedOne() throws Exception {
    for (int i = 0; i < SAMPLES; i++) {
      byte[] inner = near(V4, 4);
      byte[] translated = Arrays.copyOf(InetAddress.getByName("64:ff9b::").getAddress(), 16);
      System.arraycopy(inner, 0, translated, 12, 4);

      assertThat(PublicAddresses.isPublic(translated))
          .as("%s, seed %d", InetAddress.getByAddress(translated), seed)
          .isEqualTo(PublicAddresses.isPublic(inner));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "93.184.215.14", "2606:4700:4700::1111", "64:ff9b::808:808"})
  void shouldTakePublicAddresses(String text) throws Exception {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(text).getAddress())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"64:ff9b::a00:1", "64:ff9b:1::808:808", "::1", "::808:808", "2002:808:808::"})
  void shouldRefuseTransitionForms(String text) throws Exception {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(text).getAddress())).isFalse();
  }

  @Test
  void shouldRefuseMappedAddresses() {
    byte[] mapped = new byte[16];
    mapped[10] = -1;
    mapped[11] = -1;
    Arrays.fill(mapped, 12, 16, (byte) 8);

    assertThat(PublicAddresses.isPublic(mapped)).isFalse();
  }

  /** Half of them anywhere, half at the edge of a range. */
  private byte[] near(String[][] ranges, int length) throws Exception {
    byte[] address = new byte[length];
    if (random.nextBoolean()) {
      random.nextBytes(address);
      return translated(address) ? near(ranges, length) : address;
    }
    String[] range = ranges[random.nextInt(ranges.length)];
    BigInteger edge = number(InetAddress.getByName(range[random.nextInt(2)]).getAddress());
    BigInteger limit = BigInteger.ONE.shiftLeft(length * 8);
    byte[] moved = edge.add(BigInteger.valueOf(random.nextInt(5) - 2L)).mod(limit).toByteArray();
    int copied = Math.min(moved.length, length);
    System.arraycopy(moved, moved.length - copied, address, length - copied, copied);
    return address;
  }

  private static boolean translated(byte[] address) {
    return AddressBlock.of("64:ff9b::/96").contains(address);
  }

  private static boolean within(String[][] ranges, byte[] address) throws Exception {
    BigInteger number = number(address);
    for (String[] range : ranges) {
      if (number.compareTo(number(InetAddress.getByName(range[0]).getAddress())) >= 0
          && number.compareTo(number(InetAddress.getByName(range[1]).getAddress())) <= 0) {
        return true;
      }
    }
    return false;
  }

  private static BigInteger number(byte[] address) {
    return new BigInteger(1, address);
  }
}
