/** Documents: files, directories, standard input, and what a git reference holds. */
@NullMarked
package io.concordat.cli.input;

import org.jspecify.annotations.NullMarked;
