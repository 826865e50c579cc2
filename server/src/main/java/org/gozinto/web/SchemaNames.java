/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;

/**
 * Names the schemas of the API's description. Records inside of others carry the outer name too, since several have
 * a {@code HoldingView} of their own and one name would mix them up: {@code UnitHolding} and {@code TraceHolding}.
 */
final class SchemaNames extends TypeNameResolver {

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? super.nameForClass(type, options) : plain(outer) + plain(type);
    }

    private static String plain(Class<?> type) {
        return type.getSimpleName().replaceFirst("(View|Views|Controller)$", "");
    }
}
