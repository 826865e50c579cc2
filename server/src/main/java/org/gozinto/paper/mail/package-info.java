/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** E-mails of any room: addresses, messages, and who carries them to the mail server and tries again. */
@NullMarked
@NamedInterface("mail")
package org.gozinto.paper.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
