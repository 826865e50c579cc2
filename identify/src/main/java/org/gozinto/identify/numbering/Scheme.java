/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify.numbering;

import java.util.EnumSet;
import java.util.Set;

/**
 * How numbers are made: a template, and how its counter counts.
 *
 * @param reset when the counter begins again
 * @param per what has a counter each, besides the item: a line, a shift, a site
 * @param lengthMax characters of a number at the most
 */
public record Scheme(Template template, Reset reset, Set<Variable> per, int lengthMax) {

    public Scheme {
        per = Set.copyOf(per);
    }

    /** A counter for each of what stands in the template, and numbers that fit GS1. */
    public static Scheme of(Template template, Reset reset) {
        return new Scheme(template, reset, perDefault(template), Template.LENGTH_GS1);
    }

    /** What has a counter each when nothing is said: what stands in the template. */
    public static Set<Variable> perDefault(Template template) {
        Set<Variable> per = EnumSet.noneOf(Variable.class);
        if (template.isCounted()) {
            per.addAll(template.variables());
            per.remove(Variable.ITEM);
        }
        return per;
    }
}
