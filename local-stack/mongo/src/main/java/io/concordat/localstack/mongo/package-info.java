/** The process that stands in for MongoDB on a developer's machine. */
@NullMarked
package io.concordat.localstack.mongo;

import org.jspecify.annotations.NullMarked;
