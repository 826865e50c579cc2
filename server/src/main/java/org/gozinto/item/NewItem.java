/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.item;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An item that another room makes, such as an import. */
public record NewItem(
        String code,
        String name,
        Tracking tracking,
        String unit,
        int decimals,
        @Nullable String gtin,
        Map<String, String> attributes) {

    ItemBody body() {
        return new ItemBody(
                code,
                name,
                tracking.word(),
                unit,
                decimals,
                null,
                gtin,
                null,
                null,
                null,
                null,
                null,
                attributes,
                true,
                null);
    }
}
