package io.concordat.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.foundation.Foundation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SemanticTypeSuggestionsTest {

  @ParameterizedTest
  @CsvSource({
    "customer_email,string,email-address,true",
    "customerEmail,string,email-address,true",
    "EMAIL_ADDRESS,string,email-address,true",
    "iban,string,iban,true",
    "order_id,string,order-id,true",
    "order_id,integer,surrogate-key,false",
    "country,string,iso-country,true",
    "created_at,timestamp,event-timestamp,true",
    "shipped_at,timestamp,event-timestamp,false",
    "total_amount,number,monetary-amount,true",
    "is_active,boolean,flag,true",
    "ip_address,string,ip-address,true",
    "billing_address,string,postal-address,true",
    "birth_date,date,date-of-birth,true",
    "latitude,number,latitude,true",
  })
  void aNameSuggestsAMeaning(String field, String logicalType, String semanticType, boolean sure) {
    Suggestion suggestion =
        SemanticTypeSuggestions.suggest(field, logicalType, Foundation.semanticTypes())
            .orElseThrow();
    assertThat(suggestion.type().name()).isEqualTo(semanticType);
    assertThat(suggestion.sure()).isEqualTo(sure);
  }

  @ParameterizedTest
  @CsvSource({"x17,string", "email,integer", "foo,time"})
  void whereNothingSuggestsItselfNothingIsSaid(String field, String logicalType) {
    assertThat(SemanticTypeSuggestions.suggest(field, logicalType, Foundation.semanticTypes()))
        .isEmpty();
  }

  @Test
  void onlyTypesOfTheRegistryAreSuggested() {
    assertThat(SemanticTypeSuggestions.suggest("email", "string", List.of())).isEmpty();
  }

  @Test
  void allThatCanBeSuggestedIsInTheFirstRegistry() {
    List<String> names = Foundation.semanticTypes().stream().map(type -> type.name()).toList();
    assertThat(names).containsAll(SemanticTypeSuggestions.known());
  }
}
