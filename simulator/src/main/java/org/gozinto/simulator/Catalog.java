/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The masters of the scooter maker, and the numbers under which the book knows its places and partners. */
final class Catalog {

    static final int BRIGHT = 0;
    static final int KINETIC = 1;
    static final int VOLTRA = 2;
    static final int ALUFORM = 3;
    static final int PLUGWELL = 4;
    static final int BONDEX = 5;

    private static final List<List<String>> SUPPLIERS = List.of(
            List.of("SUP-BRIGHT", "Bright Cells Ltd."),
            List.of("SUP-KINETIC", "Kinetic Energy Storage"),
            List.of("SUP-VOLTRA", "Voltra Electronics"),
            List.of("SUP-ALUFORM", "Aluform Rahmenbau"),
            List.of("SUP-PLUGWELL", "Plugwell Power"),
            List.of("SUP-BONDEX", "Bondex Adhesives"));
    private static final List<String> COUNTRIES =
            List.of("DE", "FR", "IT", "ES", "NL", "AT", "PT", "PL", "SE", "BE", "DK", "CZ");

    /** The languages in which dealers are written to; English where there is none for their country. */
    private static final Map<String, String> LANGUAGES =
            Map.of("DE", "de", "AT", "de", "FR", "fr", "IT", "it", "ES", "es", "PL", "pl");

    private final List<Master> masters = new ArrayList<>();
    private final List<String> partners = new ArrayList<>();
    private final List<String> locations = new ArrayList<>();
    private final List<Site> sites = new ArrayList<>();
    private final int dealers;
    private final int customers;

    /** The places of one plant, as location numbers. */
    record Site(String code, ZoneId zone, Places places) {}

    /** Where in a plant goods stand, in the order in which they pass. */
    record Places(int inbound, Bins stock, int packLine, int assembly, Outbound outbound, Quality quality) {}

    /** Like bins side by side: so many, with numbers from {@code first} on. */
    record Bins(int first, int count) {}

    /** Finished goods and the dock. */
    record Outbound(Bins finished, int dock) {}

    /** The cage for what is blocked, the corner for what came back, and the bench for rework. */
    record Quality(int cage, int returns, int rework) {}

    Catalog(Settings settings) {
        double root = Math.sqrt(settings.scooters());
        this.dealers = within(root / 2, 8, 400);
        this.customers = within(root / 4, 6, 200);
        addPartners();
        addSite("HAM", "Hamburg plant", "Europe/Berlin", within(root / 8, 6, 80));
        addSite("OPO", "Porto plant", "Europe/Lisbon", within(root / 10, 4, 60));
        addItems();
    }

    List<Master> masters() {
        return List.copyOf(masters);
    }

    List<Site> sites() {
        return sites;
    }

    String location(int number) {
        return locations.get(number);
    }

    String partner(int number) {
        return partners.get(number);
    }

    int dealers() {
        return dealers;
    }

    int dealer(int number) {
        return SUPPLIERS.size() + number;
    }

    int customers() {
        return customers;
    }

    int customer(int number) {
        return SUPPLIERS.size() + dealers + number;
    }

    private static int within(double wanted, int least, int most) {
        return Math.clamp(Math.round(wanted), least, most);
    }

    private void addPartners() {
        SUPPLIERS.forEach(supplier -> addPartner(supplier.get(0), supplier.get(1), "supplier", null));
        for (int i = 0; i < dealers; i++) {
            String country = COUNTRIES.get(i % COUNTRIES.size());
            String number = Numbers.padded(i / COUNTRIES.size() + 1, 3);
            addPartner(
                    "DLR-" + country + "-" + number, "Scooter dealer " + country + " " + number, "customer", country);
        }
        for (int i = 0; i < customers; i++) {
            String number = Numbers.padded(i + 1, 4);
            addPartner("CUST-" + number, "Direct customer " + number, "customer", null);
        }
    }

    private void addPartner(String code, String name, String role, @Nullable String country) {
        String gln = Numbers.gln(100 + partners.size());
        partners.add(code);
        add(
                Master.Kind.PARTNERS,
                body(
                        "code",
                        code,
                        "name",
                        name,
                        "roles",
                        List.of(role),
                        "gln",
                        gln,
                        "contact",
                        contact(code, name, country)));
    }

    /** Letters go to addresses under a domain that is nobody's (RFC 2606). */
    private static Map<String, String> contact(String code, String name, @Nullable String country) {
        Map<String, String> contact = new LinkedHashMap<>();
        contact.put("email", code.toLowerCase(Locale.ROOT) + "@example.com");
        contact.put("address", name + "\n1 Station Road");
        if (country != null) {
            contact.put("country", country);
            contact.put("language", LANGUAGES.getOrDefault(country, "en"));
        }
        return contact;
    }

    private void addSite(String code, String name, String zone, int bins) {
        add(Master.Kind.PLACES, body("code", code, "kind", "site", "name", name, "timeZone", zone));
        area(code, "IN", "Inbound");
        area(code, "STK", "Stock");
        area(code, "LINE", "Line side");
        area(code, "FG", "Finished goods");
        area(code, "QC", "Quality");
        int inbound = bin(code, "IN", "01");
        Bins stock = bins(code, "STK", bins);
        int packLine = bin(code, "LINE", "PACK");
        int assembly = bin(code, "LINE", "ASM");
        Outbound outbound = new Outbound(bins(code, "FG", Math.max(3, bins / 4)), bin(code, "FG", "DOCK"));
        Quality quality = new Quality(bin(code, "QC", "CAGE"), bin(code, "QC", "RET"), bin(code, "QC", "RWK"));
        sites.add(new Site(code, ZoneId.of(zone), new Places(inbound, stock, packLine, assembly, outbound, quality)));
    }

    private void area(String site, String area, String name) {
        add(Master.Kind.PLACES, body("code", site + "-" + area, "kind", "area", "parent", site, "name", name));
    }

    private Bins bins(String site, String area, int count) {
        int first = locations.size();
        for (int i = 0; i < count; i++) {
            bin(site, area, Numbers.padded(i + 1, 2));
        }
        return new Bins(first, count);
    }

    private int bin(String site, String area, String name) {
        String parent = site + "-" + area;
        String code = parent + "-" + name;
        add(Master.Kind.PLACES, body("code", code, "kind", "bin", "parent", parent, "name", code));
        locations.add(code);
        return locations.size() - 1;
    }

    private void addItems() {
        for (Ware ware : Ware.values()) {
            Map<String, Object> body = body("code", ware.code(), "name", ware.title(), "tracking", ware.tracking());
            body.put("unit", ware.unit());
            body.put("decimals", ware.decimals());
            body.put("gtin", Numbers.gtin(1 + ware.index()));
            if (ware == Ware.ADHESIVE) {
                body.put("shelfLifeDays", 180);
            }
            add(Master.Kind.ITEMS, body);
        }
    }

    private void add(Master.Kind kind, Map<String, Object> body) {
        masters.add(new Master(kind, body));
    }

    /** Names and values by turns, in the order in which they are written. */
    private static Map<String, Object> body(Object... parts) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            body.put(parts[i].toString(), parts[i + 1]);
        }
        return body;
    }
}
