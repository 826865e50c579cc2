/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import io.swagger.v3.oas.annotations.Hidden;
import org.gozinto.ledger.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page behind the printed link: a form for the first administrator, without script. */
@RestController
@Hidden
class SetupPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Gozinto: first administrator</title></head>
            <body>
            <main>
            <h1>Gozinto</h1>
            %s
            </main>
            </body>
            </html>
            """;

    private static final String FORM = """
            %s
            <form method="post" action="/setup">
            <input type="hidden" name="token" value="%s">
            <p><label>Name of the first administrator<br>
            <input name="name" autocomplete="username" required maxlength="64"></label></p>
            <p><label>Password, 12 characters or more<br>
            <input name="password" type="password" autocomplete="new-password" required minlength="12"></label></p>
            <p><button type="submit">Make the administrator</button></p>
            </form>
            """;

    private static final String DONE = """
            <p>%s is the first administrator.</p>
            <p>Sign in on the command line with <code>gozinto login</code>, or send the name and the password to
            <code>POST /api/v1/sessions</code>.</p>
            """;

    private final FirstUser firstUser;

    SetupPage(FirstUser firstUser) {
        this.firstUser = firstUser;
    }

    @GetMapping(path = "/setup", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> form(@RequestParam(defaultValue = "") String token) {
        return page(200, FORM.formatted("", HtmlUtils.htmlEscape(token)));
    }

    @PostMapping(
            path = "/setup",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> setUp(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String password) {
        try {
            User user = firstUser.create(token, name, password);
            return page(200, DONE.formatted(HtmlUtils.htmlEscape(user.name())));
        } catch (RefusedException e) {
            var refusal = e.refusal();
            String why = "<p role=\"alert\"><strong>" + HtmlUtils.htmlEscape(refusal.title()) + ".</strong> "
                    + HtmlUtils.htmlEscape(refusal.detail()) + "</p>";
            return page(refusal.status(), FORM.formatted(why, HtmlUtils.htmlEscape(token)));
        }
    }

    private static ResponseEntity<String> page(int status, String content) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_HTML).body(PAGE.formatted(content));
    }
}
