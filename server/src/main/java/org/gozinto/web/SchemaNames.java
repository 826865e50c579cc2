/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names the schemas of the API's description. Records inside of others carry the outer name too, since several have
 * a {@code HoldingView} of their own and one name would mix them up: {@code UnitHolding} and {@code TraceHolding}.
 * Two with the same name are a mistake: what is said of the one would be read of the other.
 */
final class SchemaNames extends TypeNameResolver {

    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        Class<?> outer = type.getEnclosingClass();
        String name = outer != null
                ? plain(outer) + plain(type)
                : type.getSimpleName().equals("Step") ? plain(type) : super.nameForClass(type, options);
        Class<?> other = named.putIfAbsent(name, type);
        if (other != null && other != type) {
            throw new IllegalStateException(
                    "in the API's description " + type.getName() + " and " + other.getName() + " are both " + name);
        }
        return name;
    }

    /** A step as it is taken and as it is shown afterwards are two things; several rooms have a {@code Step}. */
    private static String plain(Class<?> type) {
        String name = type.getSimpleName();
        if (name.equals("Step") && type.getEnclosingClass() == null) {
            String room = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
            return Character.toUpperCase(room.charAt(0)) + room.substring(1) + name;
        }
        return name.replaceFirst("(?<!Step)(View|Views|Controller)$", "");
    }
}
