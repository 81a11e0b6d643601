package io.concordat.server.observation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How results of other tools are read.
 *
 * @param maxBody largest body, inflated; it is read as it comes, and only what is needed is kept
 * @param atOnce most bodies that are read at a time; more are asked to come again
 */
@ConfigurationProperties("concordat.imports")
record ImportSettings(@DefaultValue("256MB") DataSize maxBody, @DefaultValue("2") int atOnce) {

  ImportSettings {
    if (maxBody.toBytes() < 1 || atOnce < 1) {
      throw new IllegalArgumentException("concordat.imports: bounds start at 1");
    }
  }
}
