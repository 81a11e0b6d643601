package io.concordat.graphql;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The schema as it is served: all files of its folder. */
final class SchemaText {

  private SchemaText() {}

  static TypeDefinitionRegistry read() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources("classpath:graphql/*.graphqls")) {
      text.append(file.getContentAsString(StandardCharsets.UTF_8)).append('\n');
    }
    return new SchemaParser().parse(text.toString());
  }
}
