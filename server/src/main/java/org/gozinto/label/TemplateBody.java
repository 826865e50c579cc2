/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gozinto.ledger.Faults;
import org.jspecify.annotations.Nullable;

/** A template as it is sent and shown. In lists the elements are left out. */
record TemplateBody(
        @Nullable String code,
        @Nullable String name,
        @Nullable String about,
        @Nullable Double widthMm,
        @Nullable Double heightMm,
        @Nullable Boolean builtIn,
        @Nullable List<String> symbols,
        @Nullable List<ElementBody> elements,
        @Nullable Long version) {

    static TemplateBody of(Template template) {
        return body(template, template.elements().stream().map(ElementBody::of).toList());
    }

    static TemplateBody inShort(Template template) {
        return body(template, null);
    }

    private static TemplateBody body(Template template, @Nullable List<ElementBody> elements) {
        return new TemplateBody(
                template.code(),
                template.name(),
                template.about().word,
                template.widthMm(),
                template.heightMm(),
                template.builtIn(),
                template.symbols(),
                elements,
                template.version());
    }

    /** The template that this body describes, or a refusal that names every fault. */
    Template toTemplate(boolean own, long newVersion) {
        var faults = new Faults();
        String goodCode = faults.code("/code", code);
        faults.text("/name", name, 200);
        Template.About what = Arrays.stream(Template.About.values())
                .filter(a -> a.word.equals(about))
                .findFirst()
                .orElse(null);
        faults.expect(what != null, "/about", "is missing or unknown", "unit, case, pallet, place or shelf");
        double width = side(faults, "/widthMm", widthMm);
        double height = side(faults, "/heightMm", heightMm);
        List<ElementBody> bodies = elements == null ? List.of() : elements;
        faults.expect(
                !bodies.isEmpty() && bodies.size() <= Templates.ELEMENTS_MAX,
                "/elements",
                "are missing or too many",
                "1 to " + Templates.ELEMENTS_MAX);
        List<Element> good = new ArrayList<>();
        for (int i = 0; i < Math.min(bodies.size(), Templates.ELEMENTS_MAX); i++) {
            ElementBody body = bodies.get(i);
            Element element = body == null ? null : body.toElement(faults, "/elements/" + i);
            faults.expect(body != null, "/elements/" + i, "is null", "an element");
            if (element != null) {
                Element.Area area = element.area();
                faults.expect(
                        area.x() + area.width() <= width + 0.001 && area.y() + area.height() <= height + 0.001,
                        "/elements/" + i,
                        "reaches over the edge",
                        "within " + width + " × " + height + " mm");
                good.add(element);
            }
        }
        faults.refuse("The template cannot be kept");
        return new Template(
                goodCode,
                name == null ? goodCode : name,
                what == null ? Template.About.UNIT : what,
                width,
                height,
                good,
                !own,
                newVersion);
    }

    private static double side(Faults faults, String pointer, @Nullable Double mm) {
        boolean good = mm != null && mm >= Templates.SIDE_MM_MIN && mm <= Templates.SIDE_MM_MAX;
        faults.expect(
                good,
                pointer,
                "is missing or out of range",
                Templates.SIDE_MM_MIN + " to " + Templates.SIDE_MM_MAX + " mm");
        return good && mm != null ? mm : Templates.SIDE_MM_MAX;
    }
}
