/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gozinto.genealogy.ScopeStore.Scope;
import org.gozinto.genealogy.ScopeStore.Version;
import org.gozinto.genealogy.ScopeView.Verified;
import org.gozinto.genealogy.ScopeView.VerifiedVersion;
import org.gozinto.genealogy.Traces.Answered;
import org.gozinto.trace.Answer;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Proves a scope: what is stored is what was frozen, and what the reference answers for the same entries. */
final class ScopeVerification {

    /** Versions that are verified, the last ones; each takes a walk over the whole ledger. */
    private static final int VERSIONS_MAX = 1_000;

    private final Scopes scopes;
    private final ScopeStore store;
    private final ScopeUnitStore units;
    private final Traces traces;

    ScopeVerification(Scopes scopes, ScopeStore store, ScopeUnitStore units, Traces traces) {
        this.scopes = scopes;
        this.store = store;
        this.units = units;
        this.traces = traces;
    }

    Verified of(Scope scope) {
        long start = System.nanoTime();
        List<VerifiedVersion> verified = new ArrayList<>();
        for (Version version : store.versions(scope, VERSIONS_MAX).stream()
                .sorted(Comparator.comparingLong(Version::version))
                .toList()) {
            String difference = difference(scope, version);
            verified.add(new VerifiedVersion(version.version(), difference == null, version.units(), difference));
        }
        return new Verified(
                verified.stream().allMatch(VerifiedVersion::ok),
                verified,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    /** The first thing that is not as it must be, in words. */
    private @Nullable String difference(Scope scope, Version version) {
        if (!traces.hash(version.seq()).equals(version.headHash())) {
            return "entry " + version.seq() + " of the ledger has another hash than when the answer was frozen";
        }
        Answered again = scopes.again(scope, version);
        Answer reference = TraceCheck.reference(again);
        try {
            scopes.bound(version, again);
            Stored stored = stored(version);
            String differing = firstDifference(version, again, reference);
            if (differing != null) {
                return differing;
            }
            if (stored.units() != version.units() || !stored.hash().equals(version.contentHash())) {
                return "what is stored was changed: it does not have the hash under which it was frozen";
            }
            if (!units.ids(version).equals(stored.ids())) {
                return "what is stored was changed: the ids of its units are not those of its units";
            }
            ScopeSpots counted = units.spots(version);
            if (counted != null && !counted.equals(stored.spots())) {
                return "what is stored was changed: its units are not where they were counted";
            }
        } catch (ScopeUnitStore.DamagedException e) {
            return "what is stored was changed: its units cannot be read";
        }
        return reference.hash().equals(version.answerHash())
                ? null
                : "the reference answers " + reference.hash() + " for entry " + version.seq() + ", frozen was "
                        + version.answerHash();
    }

    private record Stored(long units, String hash, RoaringBitmap ids, ScopeSpots spots) {}

    private Stored stored(Version version) {
        var digest = new AnswerDigest();
        var count = new long[1];
        var ids = new RoaringBitmap();
        var counter = new SpotCounter();
        units.read(version, (n, unitId, body) -> {
            TraceView.ReachedView unit = units.unit(body);
            digest.add(unit);
            counter.add(unit);
            ids.add((int) unitId);
            count[0]++;
        });
        return new Stored(count[0], digest.end(version.body()), ids, counter.end());
    }

    /** Where the stored units and those of the reference part. */
    private @Nullable String firstDifference(Version version, Answered again, Answer reference) {
        TraceViews views = traces.views(again);
        List<String> found = new ArrayList<>();
        var rows = new long[1];
        units.read(version, (n, unitId, body) -> {
            rows[0]++;
            if (!found.isEmpty()) {
                return;
            }
            if (n >= reference.units().size()) {
                found.add("unit " + unitId + " is stored, and the reference does not name it");
                return;
            }
            String stored = AnswerText.unit(units.unit(body));
            TraceView.ReachedView right = views.reached(reference.units().get((int) n));
            if (!stored.equals(AnswerText.unit(right)) || Long.parseLong(right.unit()) != unitId) {
                found.add("unit " + unitId + " is stored otherwise than the reference says");
            }
        });
        if (found.isEmpty() && rows[0] < reference.units().size()) {
            return "the reference names " + reference.units().size() + " units, stored are " + rows[0];
        }
        return found.isEmpty() ? null : found.getFirst();
    }
}
