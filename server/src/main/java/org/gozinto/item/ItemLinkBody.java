/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.item;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gozinto.ledger.Faults;
import org.jspecify.annotations.Nullable;

/** A link of an item as it is sent and shown. */
record ItemLinkBody(
        @Nullable String type,
        @Nullable String href,
        @Nullable String title,
        @Nullable String language,
        @Nullable String level) {

    private static final int LINKS_MAX = 100;
    private static final int HREF_LENGTH_MAX = 2_000;
    private static final Pattern GS1_TYPE = Pattern.compile("gs1:[A-Za-z][A-Za-z0-9]{0,63}");
    private static final Pattern BLANK = Pattern.compile("\\{(gtin|lot|serial)}");

    static ItemLinkBody of(ItemLink link) {
        return new ItemLinkBody(
                link.type(),
                link.href(),
                link.title(),
                link.language(),
                link.level().word());
    }

    /** The links that are good; every fault of the others is noted. */
    static List<ItemLink> all(Faults faults, @Nullable List<ItemLinkBody> bodies) {
        if (bodies == null) {
            return List.of();
        }
        faults.expect(bodies.size() <= LINKS_MAX, "/links", "are too many", "at most " + LINKS_MAX);
        List<ItemLink> links = new ArrayList<>();
        for (int i = 0; i < Math.min(bodies.size(), LINKS_MAX); i++) {
            String pointer = "/links/" + i;
            ItemLinkBody body = bodies.get(i);
            if (body == null) {
                faults.expect(false, pointer, "is null", "{\"type\":\"gs1:pip\",\"href\":\"https://…\"}");
                continue;
            }
            ItemLink link = body.link(faults, pointer);
            if (link != null) {
                links.add(link);
            }
        }
        return List.copyOf(links);
    }

    private @Nullable ItemLink link(Faults faults, String pointer) {
        ItemLink.Level goodLevel = level == null ? ItemLink.Level.ITEM : ItemLink.Level.of(level);
        faults.expect(goodLevel != null, pointer + "/level", "is unknown", "item, lot or serial");
        boolean goodType = type != null && (GS1_TYPE.matcher(type).matches() || isAddress(type));
        faults.expect(
                goodType,
                pointer + "/type",
                "is missing or no type of link",
                "gs1: and a word of the GS1 Web Vocabulary, such as gs1:pip, or the https address of a type");
        String filled = href == null ? "" : BLANK.matcher(href).replaceAll("x");
        boolean goodHref = isAddress(filled) && isLiteral(href);
        faults.expect(
                goodHref,
                pointer + "/href",
                "is missing or no address",
                "an http or https address of at most " + HREF_LENGTH_MAX
                        + " characters; {gtin}, {lot} and {serial} may stand behind its host");
        faults.text(pointer + "/title", title, 200);
        String tag = languageTag(faults, pointer + "/language");
        return type == null || href == null || goodLevel == null
                ? null
                : new ItemLink(type, href, title, tag, goodLevel);
    }

    /** Whether it leads somewhere by http or https and carries no password. */
    private static boolean isAddress(String text) {
        if (text.length() > HREF_LENGTH_MAX || text.chars().anyMatch(c -> c <= ' ' || c >= 127)) {
            return false;
        }
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            return (scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && !uri.getHost().isEmpty()
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whether where it leads is written out: a scanned code must not choose the host. */
    private static boolean isLiteral(@Nullable String href) {
        String text = href == null ? "" : href;
        int path = text.indexOf('/', "https://".length());
        String before = path < 0 ? text : text.substring(0, path);
        return before.indexOf('{') < 0;
    }

    private @Nullable String languageTag(Faults faults, String pointer) {
        if (language == null) {
            return null;
        }
        try {
            String tag = new Locale.Builder().setLanguageTag(language).build().toLanguageTag();
            if (!language.isEmpty() && !tag.equals("und")) {
                return tag;
            }
        } catch (IllformedLocaleException e) {
            // Falls through to the fault.
        }
        faults.expect(false, pointer, "is no language", "a language tag such as en, de or pt-BR");
        return null;
    }
}
