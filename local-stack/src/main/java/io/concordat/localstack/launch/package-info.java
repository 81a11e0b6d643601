/** {@code ./run}: the stores, the server and the sample mesh from one command to Ctrl-C. */
@NullMarked
package io.concordat.localstack.launch;

import org.jspecify.annotations.NullMarked;
