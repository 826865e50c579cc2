/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gozinto.paper.Words;
import org.gozinto.recall.RecallStore.Taken;
import org.jspecify.annotations.Nullable;

/**
 * What forms can take from a case, by name. Everything is a list of texts; an empty one is not known. Days are written
 * {@code 2026-03-01} and are those of UTC.
 */
final class PaperValues {

    /** The code of the item that a row is about. */
    static final String ITEM = "item";

    private final PaperCase of;
    private final PaperSettings settings;
    private final PaperLanguage language;
    private final LocalDate today;
    private final Map<String, Supplier<List<String>>> sources = new HashMap<>();

    PaperValues(PaperCase of, PaperSettings settings, PaperLanguage language, Instant now) {
        this.of = of;
        this.settings = settings;
        this.language = language;
        this.today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        sender();
        story();
        published();
        progress();
    }

    /** What people said under this name; null when they did not. */
    @Nullable
    String fact(String name) {
        String said = of.file().facts().get(name);
        return said == null || said.isBlank() ? null : said.strip();
    }

    /** What is worked out under this name. */
    List<String> of(String name) {
        Supplier<List<String>> source = sources.get(name);
        return source == null ? List.of() : source.get();
    }

    /**
     * The rows of this name, each with its own values.
     *
     * @param row what is known of the row that they are in; empty outside of rows
     */
    List<Map<String, List<String>>> rows(String name, Map<String, List<String>> row) {
        return switch (name) {
            case "numbersOfProduct" ->
                of.products().stream()
                        .filter(product -> List.of(product.item()).equals(row.get(ITEM)))
                        .flatMap(PaperValues::numbersOf)
                        .toList();
            case "products" -> of.products().stream().map(this::product).toList();
            case "numbers" -> of.products().stream().flatMap(this::numbers).toList();
            case "consignees" -> of.consignees().stream().map(this::consignee).toList();
            case "notRespondingConsignees" ->
                of.consignees().stream()
                        .filter(c -> c.answer() == null && !c.state().equals("notTold"))
                        .map(this::consignee)
                        .toList();
            case "returns" -> returns();
            case "steps" -> steps();
            case "countries" -> countries();
            case "hazards" -> single("text", of("case.hazard"));
            case "remedies" -> single("text", of("public.remedy"));
            case "once" -> List.of(Map.of());
            default -> throw new IllegalStateException("no rows are called " + name);
        };
    }

    private static List<Map<String, List<String>>> single(String name, List<String> texts) {
        // One row even when it is empty, so that what must be said in it is asked for.
        return List.of(Map.of(name, texts));
    }

    private void put(String name, Supplier<@Nullable String> source) {
        sources.put(name, () -> texts(source.get()));
    }

    private static List<String> texts(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.strip());
    }

    // --- who recalls

    private void sender() {
        put("sender.name", settings::senderName);
        put("sender.street", settings::senderStreet);
        put("sender.city", settings::senderCity);
        put("sender.state", settings::senderState);
        put("sender.postalCode", settings::senderPostalCode);
        put("sender.country", settings::senderCountry);
        put("sender.contact", settings::senderContact);
        put("sender.email", settings::senderEmail);
        put("sender.phone", settings::senderPhone);
        put("sender.gln", settings::senderGln);
        put("sender.website", settings::senderWebsite);
    }

    // --- what happened and was decided

    private void story() {
        CaseFile file = of.file();
        put("today", today::toString);
        put("language", () -> language.code);
        put("case.number", () -> file.recall().code());
        put("case.title", () -> file.recall().title());
        put("case.opened", () -> day(file.recall().openedAtUs()));
        put("case.decided", () -> file.acts() ? day(file.decided()) : null);
        put("case.closed", () -> day(file.reached().get(Stage.CLOSED)));
        put("case.closeReason", () -> {
            Taken closed = file.reached().get(Stage.CLOSED);
            return closed != null && closed.step() instanceof Step.Close close ? close.reason() : null;
        });
        put("case.signal", () -> signal(file));
        put("case.findings", () -> {
            Step.Investigate found = file.investigation();
            return found == null ? null : found.findings();
        });
        put("case.hazard", () -> hazard(Step.EvaluateHazard::hazard));
        put("case.conclusion", () -> hazard(Step.EvaluateHazard::conclusion));
        put("case.atRisk", () -> hazard(Step.EvaluateHazard::atRisk));
        put("case.injuries", () -> hazard(h -> h.injuries() == null ? null : String.valueOf(h.injuries())));
        put("case.evaluation", () -> hazard(this::evaluation));
        put("case.reason", () -> decision(Step.Decide::reason));
        put("case.depth", () -> decision(Step.Decide::depth));
        put("case.level", () -> decision(Step.Decide::level));
        put(
                "case.publicWarning",
                () -> decision(d -> d.publicWarning() == null ? null : String.valueOf(d.publicWarning())));
        put("case.strategy", () -> decision(this::strategy));
        put("case.class", () -> decision(d -> d.hazardClass() == null ? null : "Class " + d.hazardClass()));
        put(
                "case.classGs1",
                () -> decision(d -> d.hazardClass() == null
                        ? null
                        : "CLASS_" + d.hazardClass().length()));
        put("case.statusFda", () -> file.stage().isBefore(Stage.RECONCILED) ? "Ongoing" : "Completed");
        put("case.statusGs1", () -> file.scoped().size() > 1 ? "REVISED" : "INITIAL");
        sources.put("case.countries", () -> {
            Step.Decide decision = file.decision();
            return decision == null || decision.countries() == null ? List.of() : decision.countries();
        });
    }

    private static @Nullable String signal(CaseFile file) {
        return file.steps().stream()
                .filter(s -> s.step() instanceof Step.Note)
                .map(s -> ((Step.Note) s.step()).text())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String day(@Nullable Taken step) {
        return step == null ? null : day(step.atUs());
    }

    private static String day(long us) {
        return RecallStore.time(us).substring(0, 10);
    }

    private @Nullable String hazard(Function<Step.EvaluateHazard, @Nullable String> part) {
        Step.EvaluateHazard hazard = of.file().hazard();
        return hazard == null ? null : part.apply(hazard);
    }

    private @Nullable String decision(Function<Step.Decide, @Nullable String> part) {
        Step.Decide decision = of.file().acts() ? of.file().decision() : null;
        return decision == null ? null : part.apply(decision);
    }

    private String evaluation(Step.EvaluateHazard hazard) {
        String risk = language == PaperLanguage.DE
                ? "Schwere: %s, Wahrscheinlichkeit: %s. ".formatted(word(hazard.severity()), word(hazard.likelihood()))
                : "Severity: %s, likelihood: %s. ".formatted(hazard.severity(), hazard.likelihood());
        return risk + hazard.conclusion();
    }

    private String strategy(Step.Decide decision) {
        String warning = Boolean.TRUE.equals(decision.publicWarning()) ? "yes" : "no";
        return language == PaperLanguage.DE
                ? "Tiefe: %s; öffentliche Warnung: %s; Wirksamkeitsprüfung: Stufe %s"
                        .formatted(word(decision.depth()), word(warning), decision.level())
                : "Depth: %s; public warning: %s; effectiveness checks: level %s"
                        .formatted(word(decision.depth()), warning, decision.level());
    }

    private String word(@Nullable String word) {
        return language.words().word(String.valueOf(word));
    }

    // --- what the public was told

    private void published() {
        Taken taken = of.file().published();
        PublicRecalls.Text text = taken != null && taken.step() instanceof Step.Publish publish ? text(publish) : null;
        put("public.title", () -> text == null ? null : text.title());
        put("public.product", () -> text == null ? null : text.product());
        put("public.hazard", () -> text == null ? null : text.hazard());
        sources.put(
                "public.whatToDo",
                () -> text == null ? List.of() : text.whatToDo().lines().toList());
        put("public.remedy", () -> text == null ? null : text.remedy());
        put("public.contact", () -> text == null ? null : text.contact());
        put("public.link", () -> text == null ? null : text.link());
        put("public.published", () -> day(of.file().firstPublished()));
        put("public.changed", () -> day(taken));
    }

    /** In the language of the paper, or else in the one that counts. */
    private PublicRecalls.@Nullable Text text(Step.Publish publish) {
        Map<String, PublicRecalls.Text> texts = publish.texts() == null ? Map.of() : publish.texts();
        PublicRecalls.Text own = texts.get(language.code);
        return own != null ? own : texts.get(String.valueOf(publish.language()));
    }

    // --- how far it is

    private void progress() {
        put("products.names", () -> joined(of.products().stream().map(PaperCase.Product::name)));
        put(
                "products.inScope",
                () -> joined(of.products().stream().map(p -> p.inScope() + " " + p.unit() + " " + p.name())));
        put(
                "products.distributed",
                () -> joined(of.products().stream().map(p -> p.distributed() + " " + p.unit() + " " + p.name())));
        put("products.total", this::total);
        put("products.codes", () -> joined(of.products().stream().map(p -> p.name() + ": " + codes(p))));
        sources.put(
                "products.gtins",
                () -> of.products().stream()
                        .map(PaperCase.Product::gtin)
                        .filter(g -> g != null)
                        .toList());
        sources.put(
                "products.lots",
                () -> of.products().stream().flatMap(p -> p.lots().stream()).toList());
        sources.put(
                "products.serials",
                () -> of.products().stream()
                        .flatMap(p -> p.serialTexts().stream())
                        .toList());
        put("distribution.pattern", this::distribution);
        answers();
    }

    private void answers() {
        put("consignees.direct", () -> count(c -> c.via() == null));
        put("consignees.notified", () -> String.valueOf(of.file().told().size()));
        put("consignees.responding", () -> count(c -> c.answer() != null));
        put(
                "consignees.notResponding",
                () -> count(c -> c.answer() == null && !c.state().equals("notTold")));
        put(
                "notices.first",
                () -> day(
                        of.file().notified().isEmpty()
                                ? null
                                : of.file().notified().getFirst()));
        put("notices.methods", () -> {
            Set<String> methods = new LinkedHashSet<>();
            of.file().notified().forEach(t -> methods.add(((Step.Notified) t.step()).channel()));
            return joined(methods.stream());
        });
        put("notices.methodFda", () -> {
            if (of.file().notified().isEmpty()) {
                return null;
            }
            String channel = ((Step.Notified) of.file().notified().getFirst().step()).channel();
            return channel.equals("email") ? "E-Mail" : channel.equals("letter") ? "Letter" : null;
        });
        put("answers.onHand", () -> answered(Step.AnswerLine::onHand));
        put("answers.returned", () -> answered(Step.AnswerLine::returned));
        put(
                "states.accounted",
                () -> joined(of.reconciliation().items().stream().map(i -> i.name() + ": " + percent(i.accounted()))));
        put("checks.made", () -> String.valueOf(of.file().checks().size()));
        put("checks.results", () -> {
            Map<String, Long> results = of.file().checks().values().stream()
                    .collect(Collectors.groupingBy(
                            c -> String.valueOf(((Step.Check) c.step()).result()),
                            TreeMap::new,
                            Collectors.counting()));
            return joined(results.entrySet().stream().map(e -> word(e.getKey()) + ": " + e.getValue()));
        });
        put("defect.share", () -> {
            String over = of.figures().overRecall();
            return over == null || new BigDecimal(over).signum() == 0
                    ? null
                    : BigDecimal.valueOf(100)
                            .divide(new BigDecimal(over), 1, java.math.RoundingMode.HALF_EVEN)
                            .toPlainString();
        });
    }

    private static @Nullable String joined(Stream<String> texts) {
        String all = texts.collect(Collectors.joining("; "));
        return all.isEmpty() ? null : all;
    }

    /** Kilograms and pieces have no sum. */
    private @Nullable String total() {
        long units =
                of.products().stream().map(PaperCase.Product::unit).distinct().count();
        return units != 1
                ? null
                : of.products().stream()
                        .map(p -> new BigDecimal(p.inScope()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .toPlainString();
    }

    private static String percent(String share) {
        return new BigDecimal(share).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    private String count(java.util.function.Predicate<ConsigneeView> which) {
        return String.valueOf(of.consignees().stream().filter(which).count());
    }

    private @Nullable String distribution() {
        Map<String, Integer> byCountry = new TreeMap<>();
        of.consignees().stream()
                .filter(c -> c.via() == null)
                .forEach(c ->
                        byCountry.merge(c.country() == null ? word("countryUnknown") : c.country(), 1, Integer::sum));
        return joined(byCountry.entrySet().stream().map(e -> e.getKey() + " (" + e.getValue() + ")"));
    }

    private @Nullable String answered(Function<Step.AnswerLine, @Nullable String> part) {
        Map<String, BigDecimal> byItem = new TreeMap<>();
        for (Taken taken : of.file().answers().values()) {
            Step.Answer answer = (Step.Answer) taken.step();
            for (Step.AnswerLine line : answer.lines() == null ? List.<Step.AnswerLine>of() : answer.lines()) {
                String qty = part.apply(line);
                if (qty != null) {
                    byItem.merge(String.valueOf(line.item()), new BigDecimal(qty), BigDecimal::add);
                }
            }
        }
        return joined(byItem.entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue().toPlainString()));
    }

    // --- rows

    private Map<String, List<String>> product(PaperCase.Product product) {
        Map<String, List<String>> row = new HashMap<>();
        row.put(ITEM, List.of(product.item()));
        row.put("name", List.of(product.name()));
        row.put("gtin", texts(product.gtin()));
        row.put("lots", product.lots());
        row.put("serials", product.serialTexts());
        row.put("codes", texts(codes(product)));
        row.put("inScope", List.of(product.inScope()));
        row.put("quantity", List.of(product.inScope() + " " + product.unit()));
        row.put("removed", List.of(removed(product)));
        row.put("distributed", List.of(product.distributed() + " " + product.unit()));
        row.put("unit", texts(product.unit()));
        product.attributes().forEach((name, value) -> row.put("attribute." + name, texts(value)));
        return row;
    }

    /** What was taken off the shelves and what was destroyed already. */
    private String removed(PaperCase.Product product) {
        return of.reconciliation().items().stream()
                .filter(i -> i.item().equals(product.item()))
                .map(i -> new BigDecimal(i.states().pulled())
                        .add(new BigDecimal(i.states().destroyed())))
                .findFirst()
                .orElse(BigDecimal.ZERO)
                .toPlainString();
    }

    private String codes(PaperCase.Product product) {
        Words texts = language.words();
        List<String> parts = new ArrayList<>();
        if (!product.lots().isEmpty()) {
            parts.add(texts.word("lots") + ": " + String.join(", ", product.lots()));
        }
        if (!product.serials().isEmpty()) {
            parts.add(texts.word("serials") + ": " + String.join(", ", product.serialTexts()));
        }
        if (product.more() > 0) {
            parts.add(texts.word("moreNumbers").formatted(product.more()));
        }
        return String.join("; ", parts);
    }

    /** One row for each lot and each range of serials. */
    private Stream<Map<String, List<String>>> numbers(PaperCase.Product product) {
        Stream<Map<String, List<String>>> lots = product.lots().stream().map(lot -> {
            Map<String, List<String>> row = product(product);
            row.put("lot", List.of(lot));
            return row;
        });
        Stream<Map<String, List<String>>> serials = product.serials().stream().map(range -> {
            Map<String, List<String>> row = product(product);
            row.put("serialFrom", List.of(range.from()));
            row.put("serialTo", List.of(range.to()));
            row.put("count", List.of(String.valueOf(range.count())));
            return row;
        });
        return Stream.concat(lots, serials);
    }

    /** As {@link #numbers}, without what is said of the product. */
    private static Stream<Map<String, List<String>>> numbersOf(PaperCase.Product product) {
        return Stream.concat(
                product.lots().stream().map(lot -> Map.of("lot", List.of(lot))),
                product.serials().stream()
                        .map(range -> Map.of("serialFrom", List.of(range.from()), "serialTo", List.of(range.to()))));
    }

    private Map<String, List<String>> consignee(ConsigneeView view) {
        Map<String, List<String>> row = new HashMap<>();
        row.put("code", List.of(view.code()));
        row.put("name", List.of(view.name()));
        row.put("country", texts(view.country()));
        row.put("email", texts(view.email()));
        row.put("state", List.of(word(view.state())));
        row.put(
                "quantities",
                view.items().stream()
                        .map(got -> (got.gross() == null ? "?" : got.gross()) + " " + got.unit() + " " + got.name())
                        .toList());
        ConsigneeView.Said answer = view.answer();
        row.put("answered", texts(answer == null ? null : answer.at().substring(0, 10)));
        return row;
    }

    /** What each consignee says it gave back or destroyed, one row for each item. */
    private List<Map<String, List<String>>> returns() {
        List<Map<String, List<String>>> rows = new ArrayList<>();
        for (ConsigneeView view : of.consignees()) {
            ConsigneeView.Said answer = view.answer();
            for (Step.AnswerLine line : answer == null ? List.<Step.AnswerLine>of() : answer.lines()) {
                Map<String, List<String>> row = new HashMap<>(consignee(view));
                row.put(ITEM, texts(line.item()));
                row.put("onHand", texts(line.onHand()));
                row.put("returned", texts(line.returned()));
                row.put("destroyed", texts(line.destroyed()));
                row.put("soldOn", texts(line.soldOn()));
                row.put("used", texts(line.used()));
                rows.add(row);
            }
        }
        return rows;
    }

    /** The steps that tell how one came to know and to decide. */
    private List<Map<String, List<String>>> steps() {
        List<Map<String, List<String>>> rows = new ArrayList<>();
        for (Taken taken : of.file().steps()) {
            String said = switch (taken.step()) {
                case Step.Note note -> note.text();
                case Step.Investigate investigate -> investigate.findings();
                case Step.EvaluateHazard evaluate -> evaluate.conclusion();
                case Step.Decide decide -> decide.reason();
                default -> null;
            };
            if (said != null && !of.file().isUndone(taken.n())) {
                rows.add(Map.of(
                        "day", List.of(day(taken.atUs())),
                        "type", List.of(word(RecallStore.type(taken.step()))),
                        "text", List.of(said)));
            }
        }
        return rows;
    }

    private List<Map<String, List<String>>> countries() {
        Map<String, List<ConsigneeView>> byCountry = new TreeMap<>();
        of.consignees().stream()
                .filter(c -> c.via() == null)
                .forEach(c -> byCountry
                        .computeIfAbsent(c.country() == null ? "" : c.country(), k -> new ArrayList<>())
                        .add(c));
        List<Map<String, List<String>>> rows = new ArrayList<>();
        byCountry.forEach((country, views) -> rows.add(Map.of(
                "country",
                texts(country),
                "recipients",
                views.stream().map(v -> v.name() + " (" + v.code() + ")").toList())));
        return rows;
    }
}
