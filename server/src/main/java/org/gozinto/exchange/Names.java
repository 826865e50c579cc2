/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gozinto.exchange.Thing.Product;
import org.gozinto.identify.DigitalLink;
import org.gozinto.identify.Epc;
import org.gozinto.identify.Options;
import org.gozinto.identify.Reading;
import org.jspecify.annotations.Nullable;

/** Reads what documents call things, places and words: EPC URNs, GS1 Digital Links and terms of the CBV. */
final class Names {

    /** Prefixes of the Core Business Vocabulary in XML (URN), in JSON-LD (web address) and in its short form. */
    private static final List<String> TERM_PREFIXES =
            List.of("urn:epcglobal:cbv:", "https://ref.gs1.org/cbv/", "http://ref.gs1.org/cbv/", "cbv:");

    private static final Set<String> PIECES = Set.of("grai", "giai", "cpi", "itip", "upui", "gdti", "sgcn");
    private static final int ASSET_TYPE_DIGITS = 14;
    private static final int DOCUMENT_TYPE_DIGITS = 13;

    private final Options options;

    Names(Clock clock) {
        this.options = Options.at(clock);
    }

    /** A thing named in a list of EPCs; null when it is no thing that can be told from others. */
    @Nullable
    Thing thing(String name, String pointer) {
        if (isUrn(name)) {
            return switch (Epc.read(name).valueOrNull()) {
                case Epc.Sgtin it -> new Thing.Piece(pointer, product(it.gtin().digits()), it.serial());
                case Epc.SsccEpc it -> new Thing.Box(pointer, it.sscc().digits());
                case Epc.Key it
                when PIECES.contains(it.scheme()) -> piece(it.ai(), it.value(), it.extension(), pointer);
                case null, default -> null;
            };
        }
        DigitalLink link = link(name);
        if (link == null) {
            return null;
        }
        if (link.sscc() != null) {
            return new Thing.Box(pointer, link.sscc().digits());
        }
        for (String ai : List.of("8006", "01", "8003", "8004", "8010", "253", "255")) {
            String value = link.text(ai);
            if (value != null) {
                String serial = ai.equals("8010") ? link.text("8011") : link.text("21");
                return piece(ai, value, serial != null ? serial : link.text("235"), pointer);
            }
        }
        return null;
    }

    private static @Nullable Thing piece(String ai, String value, @Nullable String serial, String pointer) {
        return switch (ai) {
            case "01" -> serial == null ? null : new Thing.Piece(pointer, product(value), serial);
            case "8003" -> typed("GRAI-", value, ASSET_TYPE_DIGITS, pointer);
            case "253" -> typed("GDTI-", value, DOCUMENT_TYPE_DIGITS, pointer);
            case "255" -> typed("SGCN-", value, DOCUMENT_TYPE_DIGITS, pointer);
            case "8004" -> new Thing.Piece(pointer, new Product("GIAI", null), value);
            case "8010" -> serial == null ? null : new Thing.Piece(pointer, new Product("CPI-" + value, null), serial);
            case "8006" -> serial == null ? null : new Thing.Piece(pointer, new Product("ITIP-" + value, null), serial);
            default -> null;
        };
    }

    private static @Nullable Thing typed(String scheme, String value, int digits, String pointer) {
        return value.length() <= digits
                ? null
                : new Thing.Piece(
                        pointer, new Product(scheme + value.substring(0, digits), null), value.substring(digits));
    }

    private static Product product(String gtin) {
        return new Product(gtin, gtin);
    }

    /** An amount of a class; null when the class is unknown. */
    @Nullable
    Thing amount(String epcClass, @Nullable BigDecimal qty, @Nullable String uom, String pointer) {
        if (isUrn(epcClass)) {
            return switch (Epc.read(epcClass).valueOrNull()) {
                case Epc.Lgtin it ->
                    new Thing.LotAmount(pointer, product(it.gtin().digits()), it.lot(), qty, uom);
                case Epc.GtinClass it ->
                    new Thing.Amount(pointer, product(it.gtin().digits()), qty, uom);
                case Epc.Key it
                when it.scheme().equals("grai") && it.value().length() == ASSET_TYPE_DIGITS ->
                    new Thing.Amount(pointer, new Product("GRAI-" + it.value(), null), qty, uom);
                case null, default -> null;
            };
        }
        DigitalLink link = link(epcClass);
        if (link == null || link.gtin() == null || link.serial() != null) {
            return null;
        }
        Product product = product(link.gtin().digits());
        return link.lot() == null
                ? new Thing.Amount(pointer, product, qty, uom)
                : new Thing.LotAmount(pointer, product, link.lot(), qty, uom);
    }

    /** The item that a class of the header's master data describes; null when it is none. */
    @Nullable
    Thing ofClass(String id) {
        Thing amount = amount(id, null, null, "");
        return amount != null ? amount : thing(id, "");
    }

    /** A place or party. */
    Spot spot(String name) {
        if (isUrn(name)) {
            return switch (Epc.read(name).valueOrNull()) {
                case Epc.Sgln it -> new Spot(name, it.gln().digits(), it.extension(), false);
                case Epc.Key it when it.ai().equals("417") -> new Spot(name, it.value(), null, true);
                case null, default -> new Spot(name, null, null, false);
            };
        }
        DigitalLink link = link(name);
        if (link != null && link.gln() != null) {
            return new Spot(name, link.gln().digits(), link.text("254"), false);
        }
        String party = link == null ? null : link.text("417");
        return new Spot(name, party, null, party != null);
    }

    private static boolean isUrn(String name) {
        return name.regionMatches(true, 0, "urn:", 0, 4);
    }

    private @Nullable DigitalLink link(String name) {
        return name.regionMatches(true, 0, "http", 0, 4)
                        && DigitalLink.read(name, options) instanceof Reading.Ok<DigitalLink> ok
                ? ok.value()
                : null;
    }

    /** The bare word of a CBV term such as {@code urn:epcglobal:cbv:bizstep:shipping}; other terms stay as they are. */
    static String term(String term) {
        for (String prefix : TERM_PREFIXES) {
            if (term.regionMatches(true, 0, prefix, 0, prefix.length())) {
                String rest = term.substring(prefix.length());
                int end = Math.max(rest.indexOf(':'), rest.indexOf('-'));
                return end < 0 ? rest : rest.substring(end + 1).toLowerCase(Locale.ROOT);
            }
        }
        return term;
    }

    /**
     * The number that people know a business document by (CBV §8.5): without the party in front, or the end of
     * an address.
     */
    static @Nullable String documentNumber(String id) {
        String number = id;
        if (id.startsWith("urn:epcglobal:cbv:bt:")) {
            String rest = id.substring("urn:epcglobal:cbv:bt:".length());
            number = rest.substring(rest.indexOf(':') + 1);
        } else if (id.startsWith("http")) {
            int end = id.endsWith("/") ? id.length() - 1 : id.length();
            number = id.substring(id.lastIndexOf('/', end - 1) + 1, end);
        }
        number = number.strip();
        boolean good =
                !number.isEmpty() && number.length() <= 64 && number.chars().noneMatch(Character::isISOControl);
        return good ? number : null;
    }
}
