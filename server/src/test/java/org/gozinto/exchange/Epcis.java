/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.gozinto.identify.Epc;

/** Writes small EPCIS 2.0 documents for tests. */
final class Epcis {

    static final String SITE = "00001";
    static final String OTHER_SITE = "00002";
    static final String PARTNER = "90001";

    private Epcis() {}

    static String document(String... events) {
        return """
                {"@context":["https://ref.gs1.org/standards/epcis/epcis-context.jsonld"],"type":"EPCISDocument",
                 "schemaVersion":"2.0","creationDate":"2026-01-01T00:00:00Z","epcisBody":{"eventList":[%s]}}
                """.formatted(String.join(",", events));
    }

    /** An event of this type on a day of January 2026, with more members. */
    static String event(String type, int day, String... members) {
        return "{\"type\":\"%s\",\"eventTime\":\"2026-01-%02dT10:00:00Z\",\"eventTimeZoneOffset\":\"+01:00\",%s}"
                .formatted(type, day, String.join(",", members));
    }

    static String text(String name, String value) {
        return "\"" + name + "\":\"" + value + "\"";
    }

    static String texts(String name, String... values) {
        return "\"" + name + "\":["
                + Arrays.stream(values).map(v -> "\"" + v + "\"").collect(Collectors.joining(",")) + "]";
    }

    static String at(String site) {
        return "\"bizLocation\":{\"id\":\"" + sgln(site) + "\"}";
    }

    static String amounts(String name, String epcClass, String quantity, String uom) {
        return "\"%s\":[{\"epcClass\":\"%s\",\"quantity\":%s%s}]"
                .formatted(name, epcClass, quantity, uom == null ? "" : ",\"uom\":\"" + uom + "\"");
    }

    static String end(String list, String name, String type, String site) {
        return "\"%s\":[{\"type\":\"%s\",\"%s\":\"%s\"}]".formatted(list, type, name, sgln(site));
    }

    static String sgtin(String item, String serial) {
        return "urn:epc:id:sgtin:0614141." + item + "." + serial;
    }

    static String lgtin(String item, String lot) {
        return "urn:epc:class:lgtin:0614141." + item + "." + lot;
    }

    static String sscc(String number) {
        return "urn:epc:id:sscc:0614141." + number;
    }

    static String sgln(String site) {
        return "urn:epc:id:sgln:0614141." + site + ".0";
    }

    /** The code of the item of SGTINs with this item reference. */
    static String item(String reference) {
        return ((Epc.Sgtin) Epc.read(sgtin(reference, "1")).valueOrNull())
                .gtin()
                .digits();
    }

    /** The code of the place of an SGLN. */
    static String place(String site) {
        return ((Epc.Sgln) Epc.read(sgln(site)).valueOrNull()).gln().digits();
    }

    /** The code of the container of an SSCC. */
    static String box(String number) {
        return ((Epc.SsccEpc) Epc.read(sscc(number)).valueOrNull()).sscc().digits();
    }
}
