/** What is told as files: calendars and reports. */
@NullMarked
package io.concordat.server.export;

import org.jspecify.annotations.NullMarked;
