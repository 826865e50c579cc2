/** Gozinto, the ledger of physical things: one package for each room of the house. */
@NullMarked
package org.gozinto;

import org.jspecify.annotations.NullMarked;
