package io.concordat.results;

import static io.concordat.contract.commitment.CommitmentKind.ACCURACY;
import static io.concordat.contract.commitment.CommitmentKind.COMPLETENESS;
import static io.concordat.contract.commitment.CommitmentKind.FRESHNESS;
import static io.concordat.contract.commitment.CommitmentKind.ROW_COUNT;
import static io.concordat.contract.commitment.CommitmentKind.UNIQUENESS;
import static io.concordat.contract.commitment.CommitmentKind.VALIDITY;

import io.concordat.contract.commitment.CommitmentKind;
import java.util.List;
import java.util.Locale;

/**
 * Which kinds of promises a check of a name looks at. The names are those of dbt's own tests, of
 * dbt_utils and dbt_expectations, of Great Expectations, SodaCL, datacontract-cli and OpenLineage's
 * assertions.
 */
final class CheckKinds {

  private CheckKinds() {}

  /**
   * The kinds, the most fitting first; empty where the name says nothing.
   *
   * @param check as the tool has it, in any case, with or without the package before it
   */
  static List<CommitmentKind> of(String check) {
    String lower = check.strip().toLowerCase(Locale.ROOT);
    String name = lower.substring(lower.lastIndexOf('.') + 1);
    return switch (name) {
      case "not_null",
          "not_null_proportion",
          "not_empty_string",
          "expect_column_values_to_not_be_null",
          "expect_column_proportion_of_non_null_values_to_be_between",
          "missing_count",
          "missing_percent",
          "field_required",
          "field_primary_key_required",
          "field_null_values",
          "field_missing_values" ->
          List.of(COMPLETENESS);
      case "unique",
          "unique_combination_of_columns",
          "expect_column_values_to_be_unique",
          "expect_compound_columns_to_be_unique",
          "expect_select_column_values_to_be_unique_within_record",
          "expect_column_proportion_of_unique_values_to_be_between",
          "duplicate_count",
          "duplicate_percent",
          "field_unique",
          "field_primary_key_unique",
          "primary_key_unique",
          "model_primary_key_unique",
          "field_duplicate_values",
          "model_duplicate_values" ->
          List.of(UNIQUENESS);
      case "accepted_values",
          "not_accepted_values",
          "accepted_range",
          "expect_column_values_to_be_in_set",
          "expect_column_distinct_values_to_be_in_set",
          "expect_column_values_to_not_be_in_set",
          "expect_column_values_to_be_between",
          "expect_column_values_to_match_regex",
          "expect_column_values_to_not_match_regex",
          "expect_column_values_to_match_like_pattern",
          "expect_column_value_lengths_to_be_between",
          "expect_column_value_lengths_to_equal",
          "expect_column_values_to_match_strftime_format",
          "invalid_count",
          "invalid_percent",
          "field_invalid_values",
          "field_enum",
          "field_regex",
          "field_pattern",
          "field_format",
          "field_min_length",
          "field_max_length",
          "field_minimum",
          "field_maximum",
          "field_exclusive_minimum",
          "field_exclusive_maximum" ->
          List.of(VALIDITY, ACCURACY);
      case "relationships",
          "relationships_where",
          "reference",
          "expect_column_pair_values_to_be_equal",
          "values in" ->
          List.of(ACCURACY, VALIDITY);
      case "row_count",
          "rowcount",
          "at_least_one",
          "expect_table_row_count_to_be_between",
          "expect_table_row_count_to_equal",
          "model_row_count" ->
          List.of(ROW_COUNT);
      case "freshness",
          "source_freshness",
          "recency",
          "expect_row_values_to_have_recent_data",
          "servicelevel_freshness" ->
          List.of(FRESHNESS);
      default -> List.of();
    };
  }
}
