/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gozinto.identify.Codes;
import org.gozinto.identify.Gtin;
import org.gozinto.identify.ItemKey;
import org.gozinto.identify.Options;
import org.gozinto.identify.Ppn;
import org.gozinto.identify.Pzn;
import org.gozinto.identify.Reading;
import org.gozinto.ledger.Faults;
import org.jspecify.annotations.Nullable;

/** A further number of an item as it is sent and shown. */
record ItemCodeBody(
        @Nullable String scheme,
        @Nullable String value,
        @Nullable String contains) {

    private static final int CODES_MAX = 100;

    /** Labeller, product and unit of measure. */
    private static final Pattern HIBC = Pattern.compile("[A-Z][A-Z0-9]{5,21}[0-9]");

    private static final Pattern ISBT_128 = Pattern.compile("[A-Z0-9]{16}|[A-Z0-9]{10}");

    static ItemCodeBody of(ItemCode code) {
        return new ItemCodeBody(
                code.scheme().word(),
                code.value(),
                code.contains() == null ? null : code.contains().toPlainString());
    }

    /** The numbers that are good; every fault of the others is noted. */
    static List<ItemCode> all(Faults faults, @Nullable List<ItemCodeBody> bodies, @Nullable String ownGtin) {
        if (bodies == null) {
            return List.of();
        }
        faults.expect(bodies.size() <= CODES_MAX, "/codes", "are too many", "at most " + CODES_MAX);
        Set<ItemKey> seen = new HashSet<>();
        if (ownGtin != null) {
            seen.add(new ItemKey(ItemKey.Scheme.GTIN, ownGtin));
        }
        List<ItemCode> codes = new ArrayList<>();
        for (int i = 0; i < Math.min(bodies.size(), CODES_MAX); i++) {
            String pointer = "/codes/" + i;
            ItemCodeBody body = bodies.get(i);
            if (body == null) {
                faults.expect(false, pointer, "is null", "{\"scheme\":\"gtin\",\"value\":\"…\"}");
                continue;
            }
            ItemCode code = body.code(faults, pointer);
            if (code != null
                    && faults.expect(
                            seen.add(code.key()), pointer + "/value", "stands twice", "each number of an item once")) {
                codes.add(code);
            }
        }
        return List.copyOf(codes);
    }

    private @Nullable ItemCode code(Faults faults, String pointer) {
        ItemKey.Scheme known = Arrays.stream(ItemKey.Scheme.values())
                .filter(s -> s.word().equals(scheme))
                .findFirst()
                .orElse(null);
        BigDecimal amount = ItemBody.factor(contains);
        faults.expect(
                contains == null || amount != null, pointer + "/contains", "is no amount", "a decimal text above 0");
        if (known == null) {
            faults.expect(
                    false,
                    pointer + "/scheme",
                    "is missing or unknown",
                    "gtin, hibc, ppn, pzn, isbt128, part or customerPart");
            return null;
        }
        String good = canonical(faults, pointer + "/value", known);
        return good == null ? null : new ItemCode(known, good, amount);
    }

    private @Nullable String canonical(Faults faults, String pointer, ItemKey.Scheme known) {
        String text = value == null ? "" : value;
        return switch (known) {
            case GTIN ->
                switch (Gtin.of(text)) {
                    case Reading.Ok<Gtin> ok -> ok.value().digits();
                    case Reading.Bad<Gtin> bad -> {
                        faults.expect(
                                false,
                                pointer,
                                "is not a GTIN: " + bad.detail(),
                                "8, 12, 13 or 14 digits with their check digit");
                        yield null;
                    }
                };
            case HIBC ->
                matching(faults, pointer, read(text, known), HIBC, "an HIBC primary code, such as +A123BJC5D6E71G");
            case PPN -> {
                String number = read(text, known);
                boolean good = Ppn.of(number) instanceof Reading.Ok;
                yield faults.expect(good, pointer, "is no PPN", "a PPN with its check digits, such as 110375286414")
                        ? number
                        : null;
            }
            case PZN -> {
                Pzn pzn = Pzn.of(read(text, known)).valueOrNull();
                yield faults.expect(pzn != null, pointer, "is no PZN", "8 digits with the check digit") && pzn != null
                        ? pzn.digits()
                        : null;
            }
            case ISBT128 ->
                matching(
                        faults,
                        pointer,
                        read(text, known),
                        ISBT_128,
                        "the 16 characters after =/ of the label, or 10 of a blood container");
            case PART, CUSTOMER_PART -> {
                String code = faults.code(pointer, value);
                yield code.isEmpty() ? null : code;
            }
        };
    }

    /** The number in a text as it is scanned; a text that is no code is taken for the number itself. */
    private static String read(String text, ItemKey.Scheme scheme) {
        return Codes.read(text, Options.on(LocalDate.EPOCH)).stream()
                .filter(reading -> !reading.guessed())
                .flatMap(reading -> reading.itemKeys().stream())
                .filter(key -> key.scheme() == scheme)
                .map(ItemKey::value)
                .findFirst()
                .orElse(text);
    }

    private static @Nullable String matching(
            Faults faults, String pointer, String number, Pattern form, String expected) {
        boolean good = form.matcher(number).matches();
        return faults.expect(good, pointer, "is not in the form of its scheme", expected) ? number : null;
    }
}
