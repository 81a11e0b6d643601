package io.concordat.notification.sending;

import java.net.InetAddress;
import java.util.Arrays;

/** A block of addresses, such as {@code 10.0.0.0/8}. */
public final class Network {

  private final byte[] address;
  private final int bits;

  private Network(byte[] address, int bits) {
    this.address = address;
    this.bits = bits;
  }

  /**
   * Reads an address and the number of bits that count.
   *
   * @throws IllegalArgumentException where the text is none
   */
  public static Network of(String text) {
    int slash = text.indexOf('/');
    try {
      byte[] address = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
      int bits = Integer.parseInt(text.substring(slash + 1));
      if (bits < 0 || bits > address.length * 8) {
        throw new IllegalArgumentException("too many bits");
      }
      return new Network(address, bits);
    } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
      throw new IllegalArgumentException("'" + text + "' is no network such as 10.0.0.0/8", wrong);
    }
  }

  /** Whether an address lies in it. */
  public boolean contains(InetAddress other) {
    byte[] bytes = other.getAddress();
    if (bytes.length != address.length) {
      return false;
    }
    int whole = bits / 8;
    if (!Arrays.equals(bytes, 0, whole, address, 0, whole)) {
      return false;
    }
    int rest = bits % 8;
    return rest == 0 || ((bytes[whole] ^ address[whole]) & 0xff) >>> (8 - rest) == 0;
  }
}
