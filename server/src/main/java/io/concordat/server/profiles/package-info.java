/** Profiles of fields: taken in, kept, merged, and held against those before. */
@NullMarked
package io.concordat.server.profiles;

import org.jspecify.annotations.NullMarked;
