package io.concordat.messages.mesh;

import io.concordat.messages.Command;

/** What can be asked of a data product. */
public sealed interface ProductCommand extends Command
    permits RegisterDataProduct, RegisterDataProductFromOdps {}
