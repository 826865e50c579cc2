/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.genealogy.Factor.Family;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.JsonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the database alone knows of lots and serials: their attributes, and the suppliers' own numbers of them. */
final class FactorDetails {

    private static final int UNITS_A_READ = 5_000;

    private final Database database;
    private final JsonMapper json;
    private final Set<Family> families;
    private final Map<Long, List<Factor>> known = new HashMap<>();

    FactorDetails(Database database, JsonMapper json, Set<Family> families) {
        this.database = database;
        this.json = json;
        this.families = families;
    }

    /** The factors that come with a unit; those of it must have been loaded. */
    List<Factor> of(long unitId) {
        return known.getOrDefault(unitId, List.of());
    }

    boolean has(long unitId) {
        return known.containsKey(unitId);
    }

    /** Loads what comes with units. */
    void load(Collection<Long> unitIds) {
        List<Long> list = List.copyOf(unitIds);
        list.forEach(id -> known.put(id, List.of()));
        for (int from = 0; from < list.size(); from += UNITS_A_READ) {
            String ids = array(list.subList(from, Math.min(list.size(), from + UNITS_A_READ)));
            if (families.contains(Family.ATTRIBUTE)) {
                loadAttributes(ids);
            }
            if (families.contains(Family.SUPPLIER_LOT)) {
                loadSupplierLots(ids);
            }
        }
    }

    private void loadAttributes(String ids) {
        database.read()
                .sql("select u.id, i.code, u.attributes from "
                        + database.dialect().numbers()
                        + " k cross join unit u join item i on i.id = u.item_id"
                        + " where u.id = k.value and u.attributes is not null")
                .param(ids)
                .query(rows -> {
                    long id = rows.getLong(1);
                    String item = rows.getString(2);
                    for (Map.Entry<String, JsonNode> one :
                            json.readTree(rows.getString(3)).properties()) {
                        if (one.getValue().isValueNode()) {
                            String text = one.getKey() + "=" + one.getValue().asString();
                            add(id, new Factor(Family.ATTRIBUTE, item + " " + text, 0, 0, item, text, 0));
                        }
                    }
                });
    }

    private void loadSupplierLots(String ids) {
        database.read()
                .sql("select s.unit_id, s.number, s.partner_id, i.code from "
                        + database.dialect().numbers()
                        + " k cross join supplier_lot s join unit u on u.id = s.unit_id"
                        + " join item i on i.id = u.item_id where s.unit_id = k.value")
                .param(ids)
                .query(rows -> {
                    String number = rows.getString(2);
                    long partner = rows.getLong(3);
                    add(
                            rows.getLong(1),
                            new Factor(
                                    Family.SUPPLIER_LOT,
                                    partner + " " + number,
                                    0,
                                    partner,
                                    rows.getString(4),
                                    number,
                                    0));
                });
    }

    private void add(long id, Factor factor) {
        List<Factor> more = new ArrayList<>(known.getOrDefault(id, List.of()));
        more.add(factor);
        known.put(id, List.copyOf(more));
    }

    static String array(Collection<Long> ids) {
        var array = new JsonText().array();
        ids.forEach(array::element);
        return array.endArray().toString();
    }
}
