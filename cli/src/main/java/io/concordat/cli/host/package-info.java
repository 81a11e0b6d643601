/** What a run of the command finds around it: arguments apart, nothing else reads the outside. */
@NullMarked
package io.concordat.cli.host;

import org.jspecify.annotations.NullMarked;
