/** What is unusual about a field's profile, held against the profiles before. */
@NullMarked
package io.concordat.profile.anomaly;

import org.jspecify.annotations.NullMarked;
