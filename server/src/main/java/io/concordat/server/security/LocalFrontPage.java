package io.concordat.server.security;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The address that a local stack prints leads to the page to explore the API with. */
@Configuration
@ConditionalOnProperty(name = "concordat.security.local-issuer", havingValue = "true")
class LocalFrontPage implements WebMvcConfigurer {

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addRedirectViewController("/", "/graphiql");
  }
}
