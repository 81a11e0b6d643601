package io.concordat.eventstore.stream;

import io.concordat.eventstore.append.GroupCommit;
import io.concordat.eventstore.append.OrderedEventStorageEngine;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What reads single streams. */
@Configuration(proxyBeanMethods = false)
public class StreamConfiguration {

  @Bean
  StreamReader streamReader(DataSource dataSource, OrderedEventStorageEngine engine) {
    return new JdbcStreamReader(dataSource, engine);
  }

  @Bean
  FoldedStreams foldedStreams(StreamReader reader, GroupCommit groupCommit) {
    FoldedStreams streams = new FoldedStreams(reader);
    groupCommit.addListener(streams);
    return streams;
  }
}
