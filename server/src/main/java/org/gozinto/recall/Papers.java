/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.genealogy.ScopeQuestion;
import org.gozinto.genealogy.TraceView;
import org.gozinto.item.Item;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.paper.CsvTable;
import org.gozinto.paper.Words;
import org.gozinto.paper.XlsxTable;
import org.jspecify.annotations.Nullable;

/** The papers of a case: what is kept, given to auditors, and sent to authorities. Safe for use by many threads. */
final class Papers {

    private static final String NOTICE = "eu-recall-notice";
    private static final String PDF = "pdf";
    private static final String XLSX = "xlsx";
    private static final String CSV = "csv";
    private static final Map<String, String> TYPES = Map.of(
            PDF,
            "application/pdf",
            XLSX,
            XlsxTable.TYPE,
            CSV,
            CsvTable.TYPE,
            "json",
            "application/json",
            "xml",
            "application/xml");

    private final Parts parts;
    private final List<PaperForm> forms;
    private final PaperSettings settings;
    private final Clock clock;

    /** What papers are made with. */
    record Parts(
            PaperCase.Sources sources,
            CaseScopes scopes,
            Pulls pulls,
            MassBalances balances,
            PaperTables tables,
            PaperPages pages,
            PaperJson json) {}

    Papers(Parts parts, List<PaperForm> forms, PaperSettings settings, Clock clock) {
        this.parts = parts;
        this.forms = List.copyOf(forms);
        this.settings = settings;
        this.clock = clock;
    }

    /** How a paper is asked for. */
    record Asked(
            @Nullable String format,
            @Nullable String lang,
            @Nullable Boolean draft) {

        boolean isDraft() {
            return Boolean.TRUE.equals(draft);
        }
    }

    /** A paper that is ready to be written. */
    record Ready(String fileName, String type, Body body) {}

    /** Writes a paper; the stream stays open. */
    @FunctionalInterface
    interface Body {
        void write(OutputStream out) throws IOException;
    }

    /** The papers that are no forms. */
    private enum Own {
        REPORT("report", "report", List.of(PDF)),
        MASS_BALANCE("mass-balance", "massBalance", List.of(XLSX, PDF)),
        CONSIGNEES("consignees", "consignees", List.of(CSV, XLSX)),
        SCOPE("scope", "scope", List.of(CSV));

        private final String name;
        private final String text;
        private final List<String> formats;

        Own(String name, String text, List<String> formats) {
            this.name = name;
            this.text = text;
            this.formats = formats;
        }
    }

    /** All papers of a case with what is missing in each. */
    List<PaperView> list(CaseFile file, PaperLanguage language) {
        List<PaperView> views = new ArrayList<>();
        for (Own own : Own.values()) {
            views.add(new PaperView(own.name, language.words().word(own.text), own.formats, List.of(), List.of()));
        }
        var of = new PaperCase(file, parts.sources());
        var values = new PaperValues(of, settings, language, clock.instant());
        for (PaperForm form : forms) {
            FilledPaper filled = FilledPaper.of(form, values, language);
            views.add(new PaperView(
                    form.name(), form.title(language), form.formats(), filled.missing(), filled.optional()));
        }
        return views;
    }

    /** One paper, or a refusal that names all that is missing. */
    Ready ready(CaseFile file, String name, Asked asked) {
        PaperLanguage language = PaperLanguage.of(asked.lang());
        for (Own own : Own.values()) {
            if (own.name.equals(name)) {
                String format = format(asked, own.formats);
                return new Ready(fileName(file, name, format), type(format), own(own, file, format, language));
            }
        }
        PaperForm form = forms.stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.of("unknown-paper", "No such paper", "There is no paper " + name + ".")
                        .status(404)
                        .asException());
        String format = format(asked, form.formats());
        return new Ready(fileName(file, name, format), type(format), form(form, file, asked, language));
    }

    private static String fileName(CaseFile file, String name, String format) {
        return file.recall().code() + "-" + name + "." + format;
    }

    private static String type(String format) {
        return String.valueOf(TYPES.get(format));
    }

    private static String format(Asked asked, List<String> formats) {
        String format = asked.format() == null ? formats.getFirst() : asked.format();
        if (!formats.contains(format)) {
            throw Paging.badParameter("format", "is " + format, String.join(" or ", formats));
        }
        return format;
    }

    // --- our own papers

    private Body own(Own own, CaseFile file, String format, PaperLanguage language) {
        var of = new PaperCase(file, parts.sources());
        PaperPages.Around around = around(of, language, false);
        return switch (own) {
            case REPORT -> {
                byte[] pages = parts.pages().report(report(of, around).model());
                yield out -> out.write(pages);
            }
            case MASS_BALANCE -> {
                var sheet = new MassBalanceSheet(parts.balances().of(question(file)), around);
                if (format.equals(XLSX)) {
                    yield out -> sheet.xlsx(out);
                }
                byte[] pages = parts.pages().massBalance(sheet.model());
                yield out -> out.write(pages);
            }
            case CONSIGNEES ->
                format.equals(XLSX)
                        ? out -> parts.tables().consigneesXlsx(of, out)
                        : out -> parts.tables().consigneesCsv(of, out);
            case SCOPE -> {
                Step.Scoped scope = file.scope();
                if (scope == null) {
                    throw early(file, "It has no scope yet.", "Decide first.");
                }
                yield out -> parts.tables().scopeCsv(scope, out);
            }
        };
    }

    private static ScopeQuestion question(CaseFile file) {
        ScopeQuestion question = file.question();
        if (question == null) {
            throw early(file, "No question says what is in scope.", "Ask the question of the scope first.");
        }
        return question;
    }

    private static org.gozinto.ledger.RefusedException early(CaseFile file, String detail, String action) {
        return Refusal.of("wrong-stage", "Not at this stage", file.recall().code() + ": " + detail)
                .status(409)
                .at("", "a case that is further", action)
                .asException();
    }

    private CaseReport report(PaperCase of, PaperPages.Around around) {
        CaseFile file = of.file();
        TraceView.SummaryView summary = parts.scopes().summary(file);
        Map<String, String> names = new HashMap<>();
        if (summary != null) {
            summary.byItem().forEach(i -> {
                Item item = parts.sources().items().find(i.item());
                names.put(i.item(), item == null ? i.item() : item.name());
            });
        }
        PullView pulls = file.scope() == null ? null : parts.pulls().of(file, new Pulls.Asked(null, false, null, 1));
        return new CaseReport(of, around, new CaseReport.Parts(summary, pulls, names));
    }

    private PaperPages.Around around(PaperCase of, PaperLanguage language, boolean isDraft) {
        Words texts = language.words();
        Instant now = clock.instant();
        String mark = (of.isDrill() ? texts.word("what.drill") : "")
                + (of.isDrill() && isDraft ? " " : "")
                + (isDraft ? texts.word("what.draft") : "");
        return new PaperPages.Around(
                language,
                of.file().recall().code(),
                of.file().recall().title(),
                now.toString().substring(0, 16).replace('T', ' ') + " UTC",
                mark);
    }

    // --- forms

    private Body form(PaperForm form, CaseFile file, Asked asked, PaperLanguage language) {
        var of = new PaperCase(file, parts.sources());
        FilledPaper filled = FilledPaper.of(form, new PaperValues(of, settings, language, clock.instant()), language);
        if (!asked.isDraft()) {
            requireComplete(form, of, filled);
            requirePlain(filled, language);
        }
        PaperPages.Around around = around(of, language, !filled.missing().isEmpty());
        byte[] bytes = switch (format(asked, form.formats())) {
            case "json" -> parts.json().bytes(filled, around.mark());
            case "xml" -> PaperXml.bytes(filled, around.mark());
            default -> parts.pages().form(filled, around);
        };
        return out -> out.write(bytes);
    }

    /** A notice to consumers that plays the hazard down is none (EU 2023/988, article 36). */
    private static void requirePlain(FilledPaper filled, PaperLanguage language) {
        if (!filled.form().name().equals(NOTICE)) {
            return;
        }
        String all = String.join("\n", texts(filled.parts()));
        List<String> words = Softening.in(language.code, new PublicRecalls.Text(all, "", "", "", null, null, null));
        if (!words.isEmpty()) {
            throw Refusal.of(
                            "paper-softens",
                            "The paper plays the hazard down",
                            filled.form().name() + " says \"" + String.join("\", \"", words) + "\".")
                    .at("/facts", "no words such as voluntary or precautionary", "Say it without them.")
                    .asException();
        }
    }

    private static List<String> texts(List<FilledPaper.Part> parts) {
        List<String> texts = new ArrayList<>();
        for (FilledPaper.Part part : parts) {
            switch (part) {
                case FilledPaper.Value value -> texts.addAll(value.texts());
                case FilledPaper.Group group -> group.rows().forEach(row -> texts.addAll(texts(row)));
            }
        }
        return texts;
    }

    private static void requireComplete(PaperForm form, PaperCase of, FilledPaper filled) {
        if (of.isDrill()) {
            throw Refusal.of(
                            "paper-of-drill",
                            "A drill is not told to anybody",
                            of.file().recall().code() + " is a drill: " + form.name() + " is given as a draft only.")
                    .status(409)
                    .at("", "draft=true", "Ask for a draft to see what it would look like.")
                    .asException();
        }
        if (!filled.missing().isEmpty()) {
            Refusal refusal = Refusal.of(
                    "paper-incomplete",
                    "The paper is not complete",
                    form.name() + " lacks " + filled.missing().size() + " of the fields that it must have.");
            for (FilledPaper.Missing missing : filled.missing()) {
                refusal = refusal.at(
                        "/facts/" + missing.field(),
                        missing.label() + (missing.hint().isEmpty() ? "" : ": " + missing.hint()),
                        "Say it in a step of type facts, or ask for a draft.");
            }
            throw refusal.asException();
        }
    }
}
