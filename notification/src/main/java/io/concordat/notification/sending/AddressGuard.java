package io.concordat.notification.sending;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Says to which addresses a message may go: public ones over HTTPS, and those of networks that the
 * settings allow, over HTTP too. Whoever writes an address into a channel must not reach through
 * this server what only this server can reach.
 */
public final class AddressGuard {

  /**
   * Blocks for special purposes (IANA registries for IPv4 and IPv6) that hold no public receivers,
   * or that carry an IPv4 address inside.
   */
  private static final List<Network> SPECIAL =
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
              "224.0.0.0/3",
              "::/96",
              "64:ff9b::/96",
              "64:ff9b:1::/48",
              "100::/64",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20",
              "5f00::/16",
              "fc00::/7",
              "fe80::/9",
              "ff00::/8")
          .map(Network::of)
          .toList();

  private final List<Network> allowed;

  /** Resolves a name; {@link InetAddress#getAllByName} but in tests. */
  @FunctionalInterface
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  private final Resolver resolver;

  /** A guard that lets addresses of some networks pass although they are not public. */
  public AddressGuard(List<Network> allowed) {
    this(allowed, InetAddress::getAllByName);
  }

  AddressGuard(List<Network> allowed, Resolver resolver) {
    this.allowed = List.copyOf(allowed);
    this.resolver = resolver;
  }

  /**
   * The addresses to connect to, resolved once: what is connected to is what was looked at.
   *
   * @throws AddressRefused where the address must not be called, or any that it resolves to
   * @throws UnknownHostException where the name resolves to nothing
   */
  List<InetAddress> verify(URI url) throws UnknownHostException {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    String host = url.getHost();
    if (host == null || url.getUserInfo() != null) {
      throw new AddressRefused("the address has no host, or carries a user");
    }
    boolean plain = scheme.equals("http");
    if (!plain && !scheme.equals("https")) {
      throw new AddressRefused("only https is called");
    }
    return verify(host, plain);
  }

  /**
   * The addresses of a host, resolved once.
   *
   * @param plain whether it is to be spoken to without encryption
   * @throws AddressRefused where it must not be called, or any address that it resolves to
   * @throws UnknownHostException where the name resolves to nothing
   */
  List<InetAddress> verify(String host, boolean plain) throws UnknownHostException {
    List<InetAddress> found = Arrays.asList(resolver.resolve(host));
    for (InetAddress address : found) {
      boolean known = isAllowed(address);
      if (!known && SPECIAL.stream().anyMatch(network -> network.contains(address))) {
        throw new AddressRefused("the address is not a public one");
      }
      if (!known && plain) {
        throw new AddressRefused("only https is called");
      }
    }
    return found;
  }

  /** Whether an address is called although it may not be public, and without encryption. */
  boolean isAllowed(InetAddress address) {
    return allowed.stream().anyMatch(network -> network.contains(address));
  }

  /** An address that must not be called. The message holds nothing of the address. */
  static final class AddressRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AddressRefused(String message) {
      super(message);
    }
  }
}
