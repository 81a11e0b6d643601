/** Contracts begun from what is there already: tables, schemas, models and data files. */
@NullMarked
package io.concordat.draft;

import org.jspecify.annotations.NullMarked;
