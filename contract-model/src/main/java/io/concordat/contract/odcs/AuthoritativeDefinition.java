package io.concordat.contract.odcs;

import org.jspecify.annotations.Nullable;

/**
 * A place outside the contract that defines what an element means.
 *
 * @param id stable within its list, null where not given
 * @param url empty where an open part of a 3.0 document gives none
 * @param type such as {@code businessDefinition} or {@code tutorial}; empty as the URL
 * @param description null where not given
 */
public record AuthoritativeDefinition(
    Locus at, @Nullable String id, String url, String type, @Nullable String description) {}
