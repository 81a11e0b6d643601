/** What was told to whom, from the command line. */
@NullMarked
package io.concordat.cli.notification;

import org.jspecify.annotations.NullMarked;
