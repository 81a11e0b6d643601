package io.concordat.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "::1",
        "::",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd12::1",
        "ff02::1"
      })
  void whatIsNotPublicIsRefused(String address) {
    assertThatThrownBy(() -> guard(List.of(), address).verify(URI.create("https://a.example/")))
        .isInstanceOf(AddressGuard.AddressRefused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.15.0.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111"})
  void whatIsPublicIsCalledOverHttpsOnly(String address) throws UnknownHostException {
    AddressGuard guard = guard(List.of(), address);
    assertThat(guard.verify(URI.create("https://a.example/")))
        .containsExactly(InetAddress.ofLiteral(address));
    assertThatThrownBy(() -> guard.verify(URI.create("http://a.example/")))
        .isInstanceOf(AddressGuard.AddressRefused.class);
  }

  @Test
  void oneAddressOfManyThatIsNotPublicRefusesThemAll() {
    assertThatThrownBy(
            () -> guard(List.of(), "8.8.8.8", "10.0.0.1").verify(URI.create("https://a.example/")))
        .isInstanceOf(AddressGuard.AddressRefused.class);
  }

  @Test
  void anAllowedNetworkIsCalledAndItsNeighboursAreNot() throws UnknownHostException {
    List<Network> allowed = List.of(Network.of("10.1.128.0/17"));
    assertThat(guard(allowed, "10.1.200.1").verify(URI.create("http://a.example/"))).hasSize(1);
    assertThatThrownBy(() -> guard(allowed, "10.1.127.1").verify(URI.create("http://a.example/")))
        .isInstanceOf(AddressGuard.AddressRefused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://a.example/", "file:///etc/passwd", "https:///x", "https://u:p@a.example/"})
  void otherSchemesAndAddressesWithUsersAreRefused(String url) {
    assertThatThrownBy(() -> guard(List.of(), "8.8.8.8").verify(URI.create(url)))
        .isInstanceOf(AddressGuard.AddressRefused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.0.0.0", "10.0.0.0/33", "10.0.0.0/x", "name/8"})
  void whatIsNoNetworkIsRefused(String text) {
    assertThatThrownBy(() -> Network.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static AddressGuard guard(List<Network> allowed, String... addresses) {
    return new AddressGuard(
        allowed,
        host -> Arrays.stream(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new));
  }
}
