package io.concordat.server.observation;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that may be read up to a number of bytes. */
final class BoundedBody extends FilterInputStream {

  private final long most;
  private long left;

  BoundedBody(InputStream in, long most) {
    super(in);
    this.most = most;
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) {
    left -= read;
    if (left < 0) {
      throw new Refusal(
          Refusal.Code.OBSERVATIONS_TOO_LARGE,
          "A file of results may have " + most + " bytes at most, inflated.");
    }
  }
}
