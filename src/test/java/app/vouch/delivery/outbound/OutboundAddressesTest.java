package app.vouch.delivery.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundAddressesTest {
  private final List<String> asked = new ArrayList<>();

  @Test
  void shouldPinTheAddressWhenAllArePublic() {
    OutboundTarget target =
        addresses("", "93.184.215.14", "2606:4700::1").vet("https://Hooks.example/a?b=1");

    assertThat(target.address().getHostAddress()).isEqualTo("93.184.215.14");
    assertThat(target.url().host()).isEqualTo("hooks.example");
    assertThat(target.url().authority()).isEqualTo("hooks.example");
    assertThat(target.url().target()).isEqualTo("/a?b=1");
  }

  @Test
  void shouldAskOnceAndWithoutSearchDomains() {
    addresses("", "93.184.215.14").vet("https://hooks.example/");

    assertThat(asked).containsExactly("hooks.example.");
  }

  @Test
  void shouldRefuseWhenOneOfTheAddressesIsNotPublic() {
    assertThatThrownBy(
            () -> addresses("", "93.184.215.14", "10.0.0.1").vet("https://hooks.example/"))
        .isInstanceOf(AddressRefused.class)
        .hasMessageContaining("10.0.0.1");
  }

  @Test
  void shouldLookAgainAtEachAttemptSoThatANameThatTurnsInwardsIsRefused() {
    List<String> answers = new ArrayList<>(List.of("93.184.215.14", "169.254.169.254"));
    OutboundAddresses rebinding =
        new OutboundAddresses(
            new AllowList(Optional.empty()),
            host -> List.of(InetAddress.getByName(answers.removeFirst())));

    OutboundTarget first = rebinding.vet("https://hooks.example/");

    assertThat(first.address().getHostAddress()).isEqualTo("93.184.215.14");
    assertThatThrownBy(() -> rebinding.vet("https://hooks.example/"))
        .isInstanceOf(AddressRefused.class);
  }

  @Test
  void shouldRefuseWhenTheHostDoesNotResolve() {
    OutboundAddresses unknown =
        new OutboundAddresses(
            new AllowList(Optional.empty()),
            host -> {
              throw new UnknownHostException(host);
            });

    assertThatThrownBy(() -> unknown.vet("https://hooks.example/"))
        .isInstanceOf(AddressRefused.class)
        .hasMessageContaining("does not resolve");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example/",
        "ftp://hooks.example/",
        "https://user:secret@hooks.example/",
        "https://hooks.example/#part",
        "https://hooks.example:0/",
        "https://hooks.example:65536/",
        "https:///path",
        "https://[fe80::1%25eth0]/",
        "https://exa mple/",
        "hooks.example",
      })
  void shouldRefuseTheForm(String url) {
    assertThatThrownBy(() -> addresses("", "93.184.215.14").vet(url))
        .isInstanceOf(AddressRefused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://127.1/",
        "https://2130706433/",
        "https://[::ffff:8.8.8.8]/",
        "https://[::]/",
        "https://0.0.0.0/",
      })
  void shouldRefuseLiterals(String url) {
    OutboundAddresses real =
        new OutboundAddresses(new AllowList(Optional.empty()), NameLookup.SYSTEM);

    assertThatThrownBy(() -> real.vet(url)).isInstanceOf(AddressRefused.class);
  }

  @Test
  void shouldAllowWhatTheOperatorLists() {
    assertThat(addresses("10.0.0.0/8", "10.1.2.3").vet("http://crm.internal/").address())
        .isNotNull();
    assertThat(addresses("crm.internal:8080", "10.1.2.3").vet("http://crm.internal:8080/").url())
        .isNotNull();
    assertThatThrownBy(
            () -> addresses("crm.internal:8080", "10.1.2.3").vet("http://crm.internal:8081/"))
        .isInstanceOf(AddressRefused.class);
    assertThatThrownBy(
            () -> addresses("10.0.0.0/8", "10.1.2.3", "8.8.8.8").vet("http://crm.internal/"))
        .isInstanceOf(AddressRefused.class);
    assertThatThrownBy(() -> new AllowList(Optional.of("10.0.0.0/33")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("VOUCH_OUTBOUND_ALLOW");
  }

  private OutboundAddresses addresses(String allowed, String... answers) {
    return new OutboundAddresses(
        new AllowList(Optional.of(allowed)),
        host -> {
          asked.add(host);
          List<InetAddress> found = new ArrayList<>();
          for (String answer : Arrays.asList(answers)) {
            found.add(InetAddress.getByName(answer));
          }
          return found;
        });
  }
}
