/** Migrations follow what happens to contracts and their readers. */
@NullMarked
package io.concordat.server.migration;

import org.jspecify.annotations.NullMarked;
