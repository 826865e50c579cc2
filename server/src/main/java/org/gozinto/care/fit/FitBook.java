/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.unit.FitDesk.Occasion;

/** The active rules at one moment, by what they are about. Nobody changes it; it is swapped as a whole. */
final class FitBook {

    static final FitBook UNREAD = new FitBook(-1, List.of());

    private final long revision;
    private final List<Rule> rules;
    private final Map<String, List<Rule>> bySubject = new HashMap<>();
    private final Map<String, Wanted> wanted = new HashMap<>();
    private final Map<Occasion, Set<String>> enforced = new EnumMap<>(Occasion.class);

    /** Which facts of an item's things rules ask for, of those that are not at hand. */
    record Wanted(boolean made, boolean versions, boolean inside) {

        static final Wanted NOTHING = new Wanted(false, false, false);

        static Wanted by(Selector selector) {
            return new Wanted(
                    selector.madeFrom() != null || selector.madeTo() != null,
                    !selector.versions().isEmpty(),
                    !selector.has().isEmpty());
        }

        Wanted or(Wanted other) {
            return new Wanted(made || other.made, versions || other.versions, inside || other.inside);
        }
    }

    /**
     * @param revision grows with each change of a rule
     * @param active rules that are in use
     */
    FitBook(long revision, Collection<Rule> active) {
        this.revision = revision;
        this.rules = active.stream().sorted(Comparator.comparing(Rule::code)).toList();
        for (Rule rule : rules) {
            bySubject
                    .computeIfAbsent(rule.subject().item(), i -> new ArrayList<>())
                    .add(rule);
            wanted.merge(rule.subject().item(), Wanted.by(rule.subject()), Wanted::or);
            wanted.merge(rule.object().item(), Wanted.by(rule.object()), Wanted::or);
        }
        for (Occasion occasion : Occasion.values()) {
            enforced.put(occasion, named(occasion));
        }
    }

    private Set<String> named(Occasion occasion) {
        Set<String> items = new HashSet<>();
        for (Rule rule : rules) {
            if (enforcement(rule, occasion) != Enforcement.NONE) {
                items.add(rule.subject().item());
                items.add(rule.object().item());
            }
        }
        return items;
    }

    static Enforcement enforcement(Rule rule, Occasion occasion) {
        return switch (occasion) {
            case INSTALL -> rule.install();
            case SHIP -> rule.ship();
        };
    }

    long revision() {
        return revision;
    }

    List<Rule> rules() {
        return rules;
    }

    /** Whether no rule does anything at the scan. */
    boolean isIdle() {
        return enforced.values().stream().allMatch(Set::isEmpty);
    }

    /** Whether a rule that does something on the occasion names the item. */
    boolean names(Occasion occasion, String item) {
        return enforced.getOrDefault(occasion, Set.of()).contains(item);
    }

    /** What is to be read of things of an item. */
    Wanted wanted(String item) {
        return wanted.getOrDefault(item, Wanted.NOTHING);
    }

    /** Rules whose subject is of the item. */
    List<Rule> of(String subjectItem) {
        return bySubject.getOrDefault(subjectItem, List.of());
    }

    /** Rules that can tell of two items, and of what replaces the second and whatever follows it. */
    List<Rule> about(String subjectItem, String objectItem) {
        Set<Rule> found = new HashSet<>(of(objectItem));
        of(subjectItem).stream()
                .filter(r -> r.object().item().equals(objectItem))
                .forEach(found::add);
        Set<String> replaced = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(objectItem));
        while (!open.isEmpty()) {
            String item = open.removeLast();
            if (replaced.add(item)) {
                for (Rule rule : of(item)) {
                    if (rule.relation() == Relation.REPLACED_BY) {
                        found.add(rule);
                        open.add(rule.object().item());
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    /** The same with drafts in place of the kept rules of their codes. */
    FitBook with(Collection<Rule> drafts) {
        Map<String, Rule> all = new HashMap<>();
        rules.forEach(r -> all.put(r.code(), r));
        drafts.forEach(r -> all.put(r.code(), r));
        return new FitBook(revision, all.values());
    }
}
