/** Domains: registered once, by governance. */
@NullMarked
package io.concordat.command.domain;

import org.jspecify.annotations.NullMarked;
