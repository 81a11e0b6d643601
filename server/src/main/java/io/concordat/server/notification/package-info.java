/** Notifications: their settings, the outbox in PostgreSQL, and what empties it. */
@NullMarked
package io.concordat.server.notification;

import org.jspecify.annotations.NullMarked;
