/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What labels say of us.
 *
 * @param company our name, as it stands on labels
 * @param publicUrl the address of this server for everybody; GS1 Digital Links on labels begin with it. Without one
 * they     begin with https://id.gs1.org, whose resolver knows everybody's
 */
@ConfigurationProperties("gozinto")
record LabelSettings(@Nullable String company, @Nullable String publicUrl) {

    private static final String GS1 = "https://id.gs1.org";

    String linkRoot() {
        return publicUrl == null || publicUrl.isBlank()
                ? GS1
                : publicUrl.strip().replaceAll("/+$", "");
    }
}
