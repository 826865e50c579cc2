/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.client;

/** What a command ends with; documented in docs/cli.md, so a number never changes its meaning. */
public enum Exit {
    /** Done. */
    OK(0),
    /** The server refused it, or refused at least one line of it. */
    REFUSED(1),
    /** The command line was not understood. */
    USAGE(2),
    /** A verification found a difference. */
    DIFFERENCE(3),
    /** There is no such thing. */
    NOT_FOUND(4),
    /** No server answered. */
    UNREACHABLE(5),
    /** Not signed in, or not allowed. */
    NOT_ALLOWED(6),
    /** The server failed, or gave an answer that cannot be read. */
    SERVER_FAILED(7),
    /** Something on this machine: a file, the server's jar, the token file. */
    LOCAL(8);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    /** The number that the process ends with. */
    public int code() {
        return code;
    }

    /** The end that an HTTP status leads to. */
    public static Exit ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> NOT_ALLOWED;
            case 404 -> NOT_FOUND;
            default -> {
                if (status >= 200 && status < 300) {
                    yield OK;
                }
                yield status >= 400 && status < 500 ? REFUSED : SERVER_FAILED;
            }
        };
    }
}
