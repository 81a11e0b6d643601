/** Migrations: who has to leave a version of a contract, and how far they have come. */
@NullMarked
package io.concordat.command.migration;

import org.jspecify.annotations.NullMarked;
