/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.util.List;

/**
 * A paper that can be had of a case.
 *
 * @param name in its address
 * @param formats the first is given when none is asked for
 * @param missing what must be said before it is complete; without that only a draft is given
 * @param optional what else it has a place for
 */
record PaperView(
        String name,
        String title,
        List<String> formats,
        List<FilledPaper.Missing> missing,
        List<FilledPaper.Missing> optional) {}
