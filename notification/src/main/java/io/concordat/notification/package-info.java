/** What is told, and nothing of how. */
@NullMarked
package io.concordat.notification;

import org.jspecify.annotations.NullMarked;
