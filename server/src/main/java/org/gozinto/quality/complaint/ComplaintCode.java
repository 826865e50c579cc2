/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A kind of failure, as complaints are coded by it. Codes make a tree: {@code HEAT} below {@code BATTERY}.
 *
 * @param code never changes
 * @param parent code of the kind that this one is a part of; null for the topmost
 * @param severity critical, serious, minor or negligible: of complaints that say nothing else
 * @param active whether new complaints may be coded by it
 * @param version grows by one with each change; left out in what is sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ComplaintCode(
        @Nullable String code,
        @Nullable String name,
        @Nullable String parent,
        @Nullable String severity,
        @Nullable Boolean active,
        @Nullable Long version) {}
