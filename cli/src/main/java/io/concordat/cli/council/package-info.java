/** The council from the command line: policies, proposals, meetings. */
@NullMarked
package io.concordat.cli.council;

import org.jspecify.annotations.NullMarked;
