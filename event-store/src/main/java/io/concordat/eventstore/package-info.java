/**
 * The event store as the rest of the house uses it: one configuration class to import, and the
 * ports of its sub-packages.
 */
@NullMarked
package io.concordat.eventstore;

import org.jspecify.annotations.NullMarked;
