/** The form that each kind of channel asks for. */
@NullMarked
package io.concordat.notification.message;

import org.jspecify.annotations.NullMarked;
