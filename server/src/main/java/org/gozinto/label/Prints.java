/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gozinto.identify.Options;
import org.gozinto.label.PrintRequest.Checked;
import org.gozinto.label.PrintRequest.Format;
import org.gozinto.label.PrintStore.Print;
import org.gozinto.label.PrintStore.State;
import org.gozinto.ledger.HashChain;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints labels: judges all of them, writes down who prints what and why, and only then draws the first. Safe for use
 * by many threads.
 */
final class Prints {

    private final Templates templates;
    private final Printers printers;
    private final LabelSource source;
    private final PrintStore store;
    private final Wire wire;
    private final JsonMapper json;
    private final Clock clock;
    private final Typeface typeface = new Typeface();
    /** Ids that are being sent to a printer now. */
    private final Set<String> sending = ConcurrentHashMap.newKeySet();

    /** What prints are made from. */
    record Parts(Templates templates, Printers printers, LabelSource source, PrintStore store) {}

    Prints(Parts parts, Wire wire, JsonMapper json, Clock clock) {
        this.templates = parts.templates();
        this.printers = parts.printers();
        this.source = parts.source();
        this.store = parts.store();
        this.wire = wire;
        this.json = json;
        this.clock = clock;
    }

    /** Labels without faults, and how each is drawn. */
    private record Good(List<Label> labels, List<Drawing> drawings) {}

    /** A print that is judged and written down, ready to be drawn. */
    record Job(Checked request, Template template, @Nullable Printer printer, List<Drawing> drawings, Print print) {

        /** How many labels come out. */
        long count() {
            return (long) drawings.size() * request.copies();
        }

        boolean isZip() {
            return (request.format() == Format.SVG || request.format() == Format.PNG) && count() > 1;
        }

        String fileName() {
            return "labels-" + template.code().replaceAll("[^A-Za-z0-9._-]", "_") + "."
                    + (isZip() ? "zip" : request.format().word());
        }

        String type() {
            return isZip() ? "application/zip" : request.format().type;
        }
    }

    /** Judges a request and writes the print down; what was written down before under the id is not written again. */
    Job prepare(PrintRequest request, String actor) {
        Checked asked = request.checked();
        Template template = templates.existing(asked.template());
        Printer printer = asked.printer() == null ? null : printers.existing(asked.printer());
        Sheet sheet = asked.sheet();
        if (sheet != null && !sheet.holds(template)) {
            throw Refusal.of(
                            "sheet-too-small",
                            "The label is larger than the sheet's",
                            template.code()
                                    + " is %s × %s mm, and labels of %s are %s × %s mm."
                                            .formatted(
                                                    template.widthMm(),
                                                    template.heightMm(),
                                                    sheet.code(),
                                                    sheet.labelWidthMm(),
                                                    sheet.labelHeightMm()))
                    .at("/sheet", "a sheet with larger labels", "Choose another sheet or template.")
                    .asException();
        }
        byte[] hash = HashChain.of(json.writeValueAsString(request));
        Print known = store.find(asked.id());
        if (known != null) {
            refuseOther(known, hash);
        }
        int ofPrinter = printer == null || printer.dpi() == null || request.dpi() != null ? asked.dpi() : printer.dpi();
        int dpi = known == null ? ofPrinter : known.dpi();
        List<LabelBody> bodies = asked.block() == null ? asked.labels() : block(asked);
        Good good = judged(asked, bodies, template, dpi);
        List<Label> labels = good.labels();
        var print = new Print(
                0,
                asked.id(),
                hash,
                ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()),
                actor,
                template.code(),
                template.version(),
                asked.format().word(),
                dpi,
                sheet == null ? null : sheet.code(),
                asked.printer(),
                asked.reason(),
                asked.block(),
                (long) labels.size() * asked.copies(),
                (printer == null ? State.MADE : State.SENDING).word(),
                null);
        Print kept = known != null
                ? known
                : store.add(print, labels, asked.copies(), before -> refuseReprint(asked, labels, before));
        refuseOther(kept, hash);
        if (known == null) {
            source.printed(labels);
        }
        return new Job(asked, template, printer, good.drawings(), kept);
    }

    private List<LabelBody> block(Checked asked) {
        List<LabelBody> bodies = source.block(String.valueOf(asked.block()));
        if (bodies.isEmpty()
                || bodies.size() > PrintRequest.LABELS_MAX
                || (long) bodies.size() * asked.copies() > PrintRequest.PRINTED_MAX) {
            throw Refusal.of(
                            "block-size",
                            "The block cannot be printed at once",
                            "Block " + asked.block() + " has " + bodies.size() + " numbers that are not void.")
                    .at(
                            "/block",
                            "1 to " + PrintRequest.LABELS_MAX + " numbers, and at most " + PrintRequest.PRINTED_MAX
                                    + " labels with all copies",
                            "Print its numbers as labels, in several prints.")
                    .asException();
        }
        return bodies;
    }

    private static void refuseOther(Print known, byte[] hash) {
        if (!Arrays.equals(known.requestHash(), hash)) {
            throw Refusal.of(
                            "id-reused",
                            "The id was used for something else",
                            "Under id " + known.id() + " other labels were printed.")
                    .status(409)
                    .at("/id", "a new id for each print", "Make a new id; the same one only repeats the same.")
                    .asException();
        }
    }

    /**
     * Judging a label draws it, so the drawings are kept for the press. Ten thousand of a template that comes with the
     * program take up to 34 MB.
     */
    private Good judged(Checked asked, List<LabelBody> bodies, Template template, int dpi) {
        var complaints = new Complaints();
        var labels = source.labels(bodies, "/labels", template.about(), complaints);
        var typesetter = typesetter(template, drawnAt(asked, dpi));
        var good = new Good(new ArrayList<>(labels.size()), new ArrayList<>(labels.size()));
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            if (label != null) {
                Drawing drawing = typesetter.set(label, complaints.of("/labels/" + i));
                if (drawing != null && complaints.isEmpty()) {
                    good.labels().add(label);
                    good.drawings().add(drawing);
                }
            }
        }
        complaints.refuse();
        return good;
    }

    /** Vectors stand on the dots of a fine printer, dots on those of the one that is named. */
    private static int drawnAt(Checked asked, int dpi) {
        return asked.format() == Format.PDF || asked.format() == Format.SVG ? 600 : dpi;
    }

    private Typesetter typesetter(Template template, int dpi) {
        return new Typesetter(new Typesetter.Job(
                template,
                typeface,
                dpi,
                Options.on(source.today()),
                source.settings().linkRoot()));
    }

    /** A second label is how a forgery or a mix-up begins, so somebody has to say why there is one. */
    private static void refuseReprint(Checked asked, List<Label> labels, Map<Label.Thing, Long> before) {
        if (asked.reason() != null) {
            return;
        }
        Set<Label.Thing> seen = new HashSet<>();
        for (int i = 0; i < labels.size(); i++) {
            Label.Thing thing = labels.get(i).thing();
            long printed = before.getOrDefault(thing, 0L);
            boolean oneOnly = thing.kind() == Label.Kind.SERIAL;
            boolean again = !seen.add(thing) || asked.copies() > 1;
            if (printed > 0 || oneOnly && again) {
                throw Refusal.of(
                                "reprint-needs-reason",
                                "It has a label already",
                                words(thing)
                                        + (printed > 0
                                                ? " was printed before; its last label is copy " + printed + "."
                                                : " would be printed more than once."))
                        .at("/labels/" + i, "a reason", "Say in reason why there is to be another one.")
                        .asException();
            }
        }
    }

    private static String words(Label.Thing thing) {
        return switch (thing.kind()) {
            case SERIAL -> "Serial " + thing.number() + " of " + thing.item();
            case LOT -> "Lot " + thing.number() + " of " + thing.item();
            case ITEM -> "Item " + thing.item();
            case CONTAINER -> "Container " + thing.number();
            case PLACE -> "Place " + thing.number();
        };
    }

    /** Draws the labels into a stream, which stays open. */
    void write(Job job, OutputStream out) throws IOException {
        try {
            if (job.isZip()) {
                writeZip(job, out);
            } else {
                try (Press press = press(job.request(), out)) {
                    for (Drawing drawing : job.drawings()) {
                        press.print(drawing, job.request().copies());
                    }
                }
            }
        } catch (IOException e) {
            store.become(job.print().id(), State.FAILED, "The document was not taken to its end.");
            throw e;
        }
    }

    private Press press(Checked request, OutputStream out) throws IOException {
        return switch (request.format()) {
            case PDF -> new PdfPress(out, typeface, request.sheet(), request.start() - 1);
            case ZPL -> new ZplPress(out, typeface);
            case SVG -> new SvgPress(out, typeface);
            case PNG -> new PngPress(out, typeface);
        };
    }

    private void writeZip(Job job, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        int n = 0;
        for (Drawing drawing : job.drawings()) {
            for (int i = 0; i < job.request().copies(); i++) {
                var entry = new ZipEntry(
                        "label-%06d.%s".formatted(++n, job.request().format().word()));
                entry.setTimeLocal(java.time.LocalDateTime.of(source.today(), java.time.LocalTime.MIDNIGHT));
                zip.putNextEntry(entry);
                try (Press press = press(job.request(), zip)) {
                    press.print(drawing, 1);
                }
                zip.closeEntry();
            }
        }
        zip.finish();
    }

    /** Sends the labels to the printer and says what became of it; what was sent before is not sent again. */
    Print send(Job job) {
        String id = job.print().id();
        Printer printer = job.printer();
        if (printer == null) {
            throw new IllegalStateException("no printer was named");
        }
        if (!sending.add(id)) {
            throw Refusal.of("print-running", "It is being printed", "Print " + id + " is being sent right now.")
                    .status(409)
                    .asException();
        }
        try {
            Print now = store.find(id);
            if (now != null && now.state().equals(State.SENT.word())) {
                return now;
            }
            store.become(id, State.SENDING, null);
            wire.send(printer, out -> write(job, out));
            store.become(id, State.SENT, null);
        } catch (Wire.Failed e) {
            store.become(id, State.FAILED, e.refusal().detail());
            throw e.refusal().asException();
        } finally {
            sending.remove(id);
        }
        return java.util.Objects.requireNonNull(store.find(id));
    }

    /** A look at one label, which is not written down. */
    void preview(Template template, LabelBody body, Format format, int dpi, OutputStream out) throws IOException {
        var complaints = new Complaints();
        Label label = source.label(body, "/label", template.about(), complaints);
        Drawing drawing = label == null
                ? null
                : typesetter(template, format == Format.PNG ? dpi : 600).set(label, complaints.of("/label"));
        complaints.refuse();
        if (drawing == null) {
            throw new IllegalStateException("a label without faults has no drawing");
        }
        try (Press press = format == Format.PNG ? new PngPress(out, typeface) : new SvgPress(out, typeface)) {
            press.print(drawing, 1);
        }
    }
}
