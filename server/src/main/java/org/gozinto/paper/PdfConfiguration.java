/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.paper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One maker of PDF for all rooms. */
@Configuration(proxyBeanMethods = false)
class PdfConfiguration {

    @Bean
    PdfPages pdfPages() {
        return new PdfPages();
    }
}
