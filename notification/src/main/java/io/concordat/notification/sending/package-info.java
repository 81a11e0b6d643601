/** The edge: where a message leaves this machine, and where it may go. */
@NullMarked
package io.concordat.notification.sending;

import org.jspecify.annotations.NullMarked;
