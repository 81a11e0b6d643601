/**
 * The engines that Concordat needs, on this machine and without Docker, for tests and for trying it
 * out.
 */
@NullMarked
package io.concordat.localstack;

import org.jspecify.annotations.NullMarked;
