/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import java.util.List;
import java.util.stream.Stream;
import org.gozinto.item.Items;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.ledger.StepChain;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.QualityBook;
import org.gozinto.quality.complaint.ComplaintView.Reporter;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/** Whether a step fits a complaint as it is. Safe for use by many threads. */
final class ComplaintRules {

    private final QualityBook<Step> book;
    private final ComplaintCodes codes;
    private final Items items;
    private final Places places;
    private final Units units;

    ComplaintRules(QualityBook<Step> book, ComplaintCodes codes, Items items, Places places, Units units) {
        this.book = book;
        this.codes = codes;
        this.items = items;
        this.places = places;
        this.units = units;
    }

    /** The types of the steps that people can take now. */
    static List<String> next(Complaint complaint) {
        return switch (complaint.state()) {
            case Complaint.MERGED -> List.of("note", "unmerge");
            case Complaint.CLOSED -> List.of("note", "reopen", "merge");
            default -> List.of("note", "code", "identify", "detail", "reply", "investigate", "merge", "close");
        };
    }

    /** Refuses to take a complaint that names what does not exist. */
    void requireTake(Step.Take take) {
        item(take.item());
        if (take.code() != null) {
            codes.usable(take.code());
        }
        partner(take.reporter());
        List<String> like = take.likeId() == null ? List.of() : take.likeId();
        for (int i = 0; i < like.size(); i++) {
            other("/likeId/" + i, like.get(i));
        }
    }

    /** Refuses a step that does not fit. */
    void require(File<Step> file, Complaint complaint, Step step) {
        String type = StepChain.word(step);
        boolean ours = switch (step) {
            case Step.Said _, Step.Attach _, Step.Link _, Step.Mailed _, Step.MailTrouble _ -> true;
            default -> false;
        };
        if (!ours && !next(complaint).contains(type)) {
            throw notNow(file, complaint, type);
        }
        switch (step) {
            case Step.Code code -> codes.usable(String.valueOf(code.code()));
            case Step.Identify identify -> {
                item(identify.item());
                unit(identify.unit());
            }
            case Step.Detail detail -> {
                partner(detail.reporter());
                days(complaint.after(detail, file.last() + 1));
            }
            case Step.Merge merge -> merge(file, String.valueOf(merge.into()));
            default -> {
                // Says nothing that could not fit.
            }
        }
    }

    private static RefusedException notNow(File<Step> file, Complaint complaint, String type) {
        String code = file.head().code();
        if (type.equals("merge")) {
            return Refusal.of(
                            "merged-already",
                            "It is merged already",
                            code + " is merged into " + complaint.mergedInto() + ".")
                    .status(409)
                    .at("/type", "unmerge", "Take it out of there first.")
                    .asException();
        }
        return Refusal.of("step-not-now", "Not as it is now", code + " is " + complaint.state() + ".")
                .status(409)
                .at("/type", String.join(", ", next(complaint)), "Take one of these steps first.")
                .asException();
    }

    /** What is merged into nothing can be merged into what is merged into nothing, so no circle can come of it. */
    private void merge(File<Step> file, String into) {
        if (into.equals(file.head().code())) {
            throw Refusal.of("merge-into-itself", "It cannot be merged into itself", "It is " + into + ".")
                    .at("/into", "the number of another complaint", "Choose another.")
                    .asException();
        }
        Complaint target = Complaint.of(Follower.steps(other("/into", into)));
        if (target.mergedInto() != null) {
            throw Refusal.of(
                            "merge-into-merged",
                            "The other one is merged itself",
                            into + " is merged into " + target.mergedInto() + ".")
                    .status(409)
                    .at("/into", target.mergedInto(), "Merge into that one, or take the other one out of it first.")
                    .asException();
        }
    }

    private File<Step> other(String pointer, String code) {
        try {
            return book.existing(code);
        } catch (RefusedException e) {
            throw Refusal.of(
                            "unknown-complaint",
                            "No such complaint",
                            e.refusal().detail())
                    .at(pointer, "the number of a complaint, such as C-2026-00001", "Correct the number.")
                    .asException();
        }
    }

    private static void days(Complaint complaint) {
        if (complaint.failedOn() != null && complaint.failedOn().isAfter(complaint.reportedOn())) {
            throw Refusal.of(
                            "failed-after-report",
                            "It cannot be reported before it failed",
                            "It was reported on " + complaint.reportedOn() + ".")
                    .at("/failedOn", "at the latest " + complaint.reportedOn(), "Correct one of the days.")
                    .asException();
        }
    }

    private void item(@Nullable String code) {
        if (code != null && items.find(code) == null) {
            throw Refusal.of("unknown-item", "No such item", "There is no item " + code + ".")
                    .at("/item", "the code of an item", "Leave it out when the item is not known yet.")
                    .asException();
        }
    }

    private void unit(@Nullable String id) {
        Unit unit = id == null ? null : units.find(Long.parseLong(id));
        boolean good =
                unit != null && Stream.of(Unit.Kind.SERIAL, Unit.Kind.LOT).anyMatch(k -> k == unit.kind());
        if (id != null && !good) {
            throw Refusal.of("unknown-unit", "No such unit", "There is no serial or lot with the id " + id + ".")
                    .at("/unit", "the id of a serial or a lot", "Choose one of the candidates.")
                    .asException();
        }
    }

    private void partner(@Nullable Reporter reporter) {
        String code = reporter == null ? null : reporter.partner();
        Place place = code == null ? null : places.find(code);
        if (code != null && (place == null || place.kind() != Place.Kind.PARTNER)) {
            throw Refusal.of("unknown-partner", "No such partner", "There is no partner " + code + ".")
                    .at("/reporter/partner", "the code of a partner", "Leave it out for everybody else.")
                    .asException();
        }
    }
}
