/** Who is calling: tokens of an OIDC issuer, or of the built-in one on a single machine. */
@NullMarked
package io.concordat.server.security;

import org.jspecify.annotations.NullMarked;
