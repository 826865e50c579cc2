/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Turns the cells of one row into values, and gathers what is wrong with them and what is odd. */
final class CellReader {

    private static final Set<String> CODES = Set.of(
            "code",
            "gtin",
            "gln",
            "phone",
            "parent",
            "item",
            "lot",
            "serial",
            "serials",
            "supplierLot",
            "document",
            "issuer",
            "from",
            "to",
            "at");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final Pattern COMMA = Pattern.compile("[+-]?[\\d.\\s']*\\d,\\d+");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}([.,\\s']\\d{3})+([.,]\\d+)?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern OTHER_UNIT = Pattern.compile("\\s*([^=]+?)\\s*=\\s*(\\S+)\\s*");

    /** A spreadsheet keeps this many digits of a number and turns the others into zeros. */
    private static final int DIGITS_MAX = 15;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SheetRow row;
    private final List<Refusal.Fault> faults = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    CellReader(SheetRow row) {
        this.row = row;
    }

    List<Refusal.Fault> faults() {
        return faults;
    }

    List<String> warnings() {
        return warnings;
    }

    void fault(int column, String detail, String expected, String action) {
        faults.add(new Refusal.Fault(row.address(column), detail, expected, action));
    }

    /** The value of the cell for the field; null for an empty cell and for one that is wrong. */
    @Nullable
    JsonNode value(int column, String field, ZoneId zone) {
        Cell cell = row.cell(column);
        if (cell.isEmpty() || isNoValue(column, cell)) {
            return null;
        }
        return switch (field) {
            case "qty", "overlap" -> decimal(column, cell);
            case "decimals", "shelfLifeDays" -> whole(column, cell);
            case "active" -> flag(column, cell);
            case "expiry", "bestBefore", "manufactured" -> day(column, cell);
            case "occurredAt" -> time(column, cell, zone);
            case "units" -> units(column, cell);
            case "roles" -> roles(cell);
            default -> text(column, cell, CODES.contains(field));
        };
    }

    private boolean isNoValue(int column, Cell cell) {
        if (cell.form() == Cell.Form.FORMULA) {
            fault(column, "is a formula: " + cell.text(), "a value", "Copy the column and paste it as values.");
            return true;
        }
        if (cell.form() == Cell.Form.ERROR) {
            fault(column, "is an error: " + cell.text(), "a value", "Mend the formula, or type the value.");
            return true;
        }
        return false;
    }

    private @Nullable JsonNode decimal(int column, Cell cell) {
        String text = cell.text();
        if (cell.form() != Cell.Form.DATE && DECIMAL.matcher(text).matches()) {
            return JSON.stringNode(new BigDecimal(text).toPlainString());
        }
        if (COMMA.matcher(text).matches() || THOUSANDS.matcher(text).matches()) {
            fault(
                    column,
                    "is \"" + text + "\"; whether a comma stands for decimals or thousands is not guessed",
                    "a number with a decimal point and nothing between thousands, such as 1234.5",
                    "Write it with a point, or send XLSX with real numbers.");
        } else {
            fault(column, "is \"" + text + "\", not a number", "a number such as 12.5", "Correct the cell.");
        }
        return null;
    }

    private @Nullable JsonNode whole(int column, Cell cell) {
        if (cell.form() == Cell.Form.DATE || !WHOLE.matcher(cell.text()).matches()) {
            fault(column, "is \"" + cell.text() + "\", not a whole number", "a whole number", "Correct the cell.");
            return null;
        }
        return JSON.numberNode(Integer.parseInt(cell.text()));
    }

    private @Nullable JsonNode flag(int column, Cell cell) {
        return switch (cell.text().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> JSON.booleanNode(true);
            case "false", "no", "0" -> JSON.booleanNode(false);
            default -> {
                fault(column, "is \"" + cell.text() + "\", neither yes nor no", "true or false", "Correct the cell.");
                yield null;
            }
        };
    }

    private @Nullable JsonNode day(int column, Cell cell) {
        LocalDate real = cell.day();
        if (real != null) {
            return JSON.stringNode(real.toString());
        }
        try {
            if (cell.form() == Cell.Form.TEXT) {
                return JSON.stringNode(LocalDate.parse(cell.text()).toString());
            }
        } catch (DateTimeException e) {
            // Falls through to the fault, which is the same for all that is no day.
        }
        notADate(column, cell, "a day such as 2027-03-01, or a real date of the spreadsheet");
        return null;
    }

    private void notADate(int column, Cell cell, String expected) {
        boolean number = cell.form() == Cell.Form.NUMBER;
        fault(
                column,
                "is \"" + cell.text() + "\", " + (number ? "a number and no date" : "not a date that has one meaning"),
                expected,
                number ? "Format the cell as a date." : "Write it year first: 2027-03-01.");
    }

    /** A time without its offset counts where the goods are. */
    private @Nullable JsonNode time(int column, Cell cell, ZoneId zone) {
        if (cell.day() != null) {
            return JSON.stringNode(cell.text());
        }
        if (cell.time() != null) {
            return JSON.stringNode(at(cell.time(), zone));
        }
        String text = cell.form() == Cell.Form.TEXT ? stated(cell.text(), zone) : null;
        if (text == null) {
            notADate(column, cell, "2026-03-01T10:15:00+01:00, 2026-03-01 10:15, 2026-03-01, 2026-03 or unknown");
            return null;
        }
        return JSON.stringNode(text);
    }

    private static @Nullable String stated(String text, ZoneId zone) {
        try {
            return switch (text.length()) {
                case 7 -> text.equals("unknown") ? text : YearMonth.parse(text).toString();
                case 10 -> LocalDate.parse(text).toString();
                case 16, 19 -> at(LocalDateTime.parse(text.replace(' ', 'T')), zone);
                default -> {
                    OffsetDateTime.parse(text);
                    yield text;
                }
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String at(LocalDateTime time, ZoneId zone) {
        return time.atZone(zone).toOffsetDateTime().toString();
    }

    private @Nullable JsonNode units(int column, Cell cell) {
        var units = JSON.arrayNode();
        for (String part : cell.text().split("[;,]")) {
            var unit = OTHER_UNIT.matcher(part);
            if (!unit.matches()) {
                fault(
                        column,
                        "\"" + part.strip() + "\" names no unit and factor",
                        "units and factors such as BOX=12; PAL=480",
                        "Correct the cell.");
                return null;
            }
            units.addObject().put("unit", unit.group(1)).put("factor", unit.group(2));
        }
        return units;
    }

    private static JsonNode roles(Cell cell) {
        var roles = JSON.arrayNode();
        for (String role : cell.text().split("[;,|\\s]+")) {
            if (!role.isEmpty()) {
                roles.add(role.toLowerCase(Locale.ROOT));
            }
        }
        return roles;
    }

    private @Nullable JsonNode text(int column, Cell cell, boolean code) {
        String text = cell.text();
        if (code && cell.form() == Cell.Form.DATE) {
            fault(
                    column,
                    "is the date " + text + "; spreadsheets make dates of codes such as 3-1",
                    "a code",
                    "Format the column as text and type the code again.");
            return null;
        }
        if (code && cell.form() == Cell.Form.NUMBER) {
            if (text.replaceAll("\\D", "").length() > DIGITS_MAX) {
                fault(
                        column,
                        "is a number of more than " + DIGITS_MAX + " digits, of which a spreadsheet keeps no more",
                        "a code in a text cell",
                        "Format the column as text and enter the code again.");
                return null;
            }
            warnings.add(row.address(column)
                    + " is a number; leading zeros, if there were any, are gone. It is taken as " + text + ".");
        }
        return JSON.stringNode(text);
    }
}
