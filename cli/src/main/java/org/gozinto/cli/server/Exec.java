/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.server;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.File;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Turns this process into another program, as the shell's {@code exec} does. The server then is the process that was
 * started: signals reach it, its end is the end, and killing it leaves nothing behind.
 */
final class Exec {

    private Exec() {}

    /** Does not come back where it worked; comes back where the system knows no such thing. */
    @SuppressWarnings("restricted") // Calling into the C library is the point; the jar's manifest allows it.
    static void replaceBy(List<String> command) {
        if (File.separatorChar != '/') {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            Linker linker = Linker.nativeLinker();
            MemorySegment execv = linker.defaultLookup().findOrThrow("execv");
            var call = linker.downcallHandle(execv, FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
            MemorySegment arguments = arena.allocate(ADDRESS, command.size() + 1L);
            for (int i = 0; i < command.size(); i++) {
                arguments.setAtIndex(ADDRESS, i, arena.allocateFrom(command.get(i)));
            }
            arguments.setAtIndex(ADDRESS, command.size(), MemorySegment.NULL);
            int ignored = (int) call.invokeExact(arena.allocateFrom(command.getFirst()), arguments);
        } catch (Throwable e) {
            // Not possible here: the caller starts a child instead. Nothing has happened yet.
            return;
        }
    }
}
