package io.concordat.contract.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.foundation.Foundation;
import io.concordat.contract.suggestion.SemanticTypeSuggestion.Confidence;
import io.concordat.messages.policy.SemanticType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SemanticTypeSuggestionsTest {

  static List<SemanticType> registry() {
    return Foundation.semanticTypes();
  }

  private static List<SemanticTypeSuggestion> of(
      String name, @Nullable String logicalType, @Nullable String pattern) {
    return SemanticTypeSuggestions.of(name, logicalType, pattern, registry());
  }

  @ParameterizedTest
  @CsvSource({
    "customer_email_address, email-address",
    "customerId, customer-id",
    "ORDER-ID, order-id",
    "invoiceNumber, invoice-number"
  })
  void theNameFindsIt(String name, String expected) {
    assertThat(of(name, "string", null).getFirst().type().name()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "customer_email,string,email-address,SURE",
    "customerEmail,string,email-address,SURE",
    "EMAIL_ADDRESS,string,email-address,SURE",
    "iban,string,iban,SURE",
    "order_id,string,order-id,SURE",
    "order_id,integer,surrogate-key,LIKELY",
    "country,string,iso-country,SURE",
    "created_at,timestamp,event-timestamp,SURE",
    "shipped_at,timestamp,event-timestamp,LIKELY",
    "arrival,timestamp,event-timestamp,LIKELY",
    "total_amount,number,monetary-amount,SURE",
    "is_active,boolean,flag,SURE",
    "ip_address,string,ip-address,SURE",
    "billing_address,string,postal-address,SURE",
    "birth_date,date,date-of-birth,SURE",
    "latitude,number,latitude,SURE",
  })
  void theEndOfANameSaysMost(
      String field, String logicalType, String semanticType, Confidence confidence) {
    SemanticTypeSuggestion best = of(field, logicalType, null).getFirst();
    assertThat(best.type().name()).isEqualTo(semanticType);
    assertThat(best.confidence()).isEqualTo(confidence);
  }

  @ParameterizedTest
  @CsvSource({"x17,string", "email,integer", "foo,time"})
  void whereNothingSuggestsItselfNothingIsSaid(String field, String logicalType) {
    assertThat(of(field, logicalType, null)).isEmpty();
  }

  @Test
  void onlyTypesOfTheRegistryAreSuggested() {
    assertThat(SemanticTypeSuggestions.of("email", "string", null, List.of())).isEmpty();
  }

  @Test
  void allThatAnEndingStandsForIsInTheFirstRegistry() {
    assertThat(registry()).extracting(SemanticType::name).containsAll(NameEndings.known());
  }

  @ParameterizedTest
  @MethodSource("registry")
  void aFieldNamedAsATypeGetsIt(SemanticType type) {
    SemanticTypeSuggestion best =
        of(type.name().replace('-', '_'), type.logicalTypes().getFirst(), null).getFirst();
    assertThat(best.type()).isEqualTo(type);
    assertThat(best.score()).isEqualTo(70);
  }

  @Test
  void thePatternFindsWhatTheNameDoesNot() {
    SemanticType uuid =
        registry().stream().filter(type -> type.name().equals("uuid")).findFirst().orElseThrow();
    assertThat(of("zzz", "string", uuid.pattern()))
        .anySatisfy(suggestion -> {
          assertThat(suggestion.type()).isEqualTo(uuid);
          assertThat(suggestion.reasons()).contains("the pattern is the same");
        });
  }

  @Test
  void aLogicalTypeThatDoesNotFitRulesItOut() {
    assertThat(of("email_address", "boolean", null))
        .extracting(suggestion -> suggestion.type().name())
        .doesNotContain("email-address");
  }

  @Test
  void theLogicalTypeAloneSuggestsNothing() {
    assertThat(of("zzz", "string", null)).isEmpty();
    assertThat(of("", "string", null)).isEmpty();
  }
}
