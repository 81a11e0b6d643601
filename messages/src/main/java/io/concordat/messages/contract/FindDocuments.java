package io.concordat.messages.contract;

import io.concordat.messages.Query;
import java.util.Map;
import java.util.Set;

/** Asks for the documents of submissions, to the character; unknown keys are left out. */
public record FindDocuments(Set<SubmissionKey> keys) implements Query<Map<SubmissionKey, String>> {}
