/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.SameSiteAttribute;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gozinto.access.SessionCookie;

/** One person at one device: a browser window of its own, with a keyboard and a scanner that types like one. */
final class Screen implements AutoCloseable {

    /** What the browser may take to show something, on a machine that does other things too. */
    private static final int PATIENCE_MS = 15_000;

    /** The sizes that every page is looked at. */
    enum Device {
        PHONE(390, 844),
        TABLET(820, 1180),
        DESK(1440, 900);

        private final int width;
        private final int height;

        Device(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private final BrowserContext context;
    private final Page page;
    private final String root;
    private final List<String> complaints = new ArrayList<>();

    private Screen(Browser browser, String root, Device device, ColorScheme scheme, boolean offline) {
        this.root = root;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(root)
                .setViewportSize(device.width, device.height)
                .setColorScheme(scheme)
                // What fades in has too little contrast for a moment.
                .setReducedMotion(ReducedMotion.REDUCE)
                // It would fetch all parts of the screens for each test; see OfflineTest.
                .setServiceWorkers(offline ? ServiceWorkerPolicy.ALLOW : ServiceWorkerPolicy.BLOCK)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Berlin"));
        context.setDefaultTimeout(PATIENCE_MS);
        this.page = context.newPage();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isExpected(message.text())) {
                complaints.add(message.text());
            }
        });
    }

    /** A refusal of the server, a printer that is off, or a network that a test has cut is a part of its story. */
    private static boolean isExpected(String complaint) {
        return complaint.contains("status of 4")
                || complaint.contains("status of 503")
                || complaint.contains("net::ERR_");
    }

    static Screen open(String root, Device device) {
        return open(root, device, ColorScheme.LIGHT);
    }

    static Screen open(String root, Device device, ColorScheme scheme) {
        return new Screen(Browsers.shared(), root, device, scheme, false);
    }

    /** At a device whose camera sees a film. */
    static Screen open(Browser browser, String root, Device device, ColorScheme scheme) {
        var screen = new Screen(browser, root, device, scheme, false);
        screen.context.grantPermissions(List.of("camera"));
        return screen;
    }

    /** At a device that keeps the screens for times without a network. */
    static Screen openForOffline(String root, Device device) {
        return new Screen(Browsers.shared(), root, device, ColorScheme.LIGHT, true);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    Screen signIn(String name, String password) {
        page.navigate("/");
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        button("Sign in").click();
        shows("Overview");
        return this;
    }

    /** Goes on with a session that was opened elsewhere, as the cookie of a browser does. */
    Screen signedIn(String session) {
        context.addCookies(List.of(new Cookie(SessionCookie.NAME, session)
                .setUrl(root)
                .setHttpOnly(true)
                .setSameSite(SameSiteAttribute.STRICT)));
        page.navigate("/");
        return shows("Overview");
    }

    /** Opens a page and waits until it has its heading. */
    Screen go(String path) {
        page.navigate(path);
        that(page.locator("h1").first()).isVisible();
        return this;
    }

    /** Types a code at a scanner's speed, whatever has the focus, and ends it with Enter. */
    Screen scan(String code) {
        page.keyboard().type(code);
        page.keyboard().press("Enter");
        return this;
    }

    Screen fill(String label, String value) {
        Locator field = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
        field.fill(value);
        field.press("Tab");
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Screen press(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
        return this;
    }

    /** Waits until a text can be seen. */
    Screen shows(String text) {
        that(page.getByText(text).locator("visible=true").first()).isVisible();
        return this;
    }

    Screen shows(Pattern text) {
        that(page.getByText(text).locator("visible=true").first()).isVisible();
        return this;
    }

    LocatorAssertions that(Locator locator) {
        return PlaywrightAssertions.assertThat(locator);
    }

    PageAssertions that(Page shown) {
        return PlaywrightAssertions.assertThat(shown);
    }

    /** A picture for those who look, kept where GOZINTO_PICTURES says; none is taken without it. */
    Screen picture(String name) {
        String folder = System.getenv("GOZINTO_PICTURES");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + ".png"))
                    .setFullPage(true));
        }
        return this;
    }

    /**
     * Asks axe-core for faults against WCAG 2.2 AA on what is shown now. It looks again if the page changed meanwhile:
     * what it sees of a page in motion never stood there, such as the words of one moment on the colour of another.
     */
    Screen isAccessible() {
        page.evaluate(Axe.SCRIPT);
        Object answer = page.evaluate("""
                async () => {
                  for (let looks = 1; ; looks++) {
                    let moved = false
                    const observer = new MutationObserver(() => { moved = true })
                    const all = { attributes: true, characterData: true, childList: true, subtree: true }
                    observer.observe(document, all)
                    const result = await axe.run(document, {
                      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
                    })
                    await new Promise(resolve => setTimeout(resolve, 50))
                    observer.disconnect()
                    if (!moved || looks === 20) {
                      return result.violations.map(
                        v => `${v.id}: ${v.nodes.map(n => n.html).slice(0, 3).join(' | ')}`)
                    }
                  }
                }
                """);
        assertThat((List<?>) answer).as("faults of %s", page.url()).isEmpty();
        return this;
    }

    /** Lets the session end, as it does after twelve hours or on another's word. */
    Screen loseSession() {
        context.clearCookies();
        return this;
    }

    Map<String, Object> requested(String path) {
        @SuppressWarnings("unchecked")
        var answer = (Map<String, Object>) page.evaluate("async path => (await fetch(path)).json()", path);
        return answer;
    }

    /** Ends; nothing may have gone wrong behind the page. */
    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("what the browser complained of at %s", root).isEmpty();
    }

    /** The checker's script, from the packages of the screens. */
    private static final class Axe {
        static final String SCRIPT = read();

        private static String read() {
            try {
                return Files.readString(Path.of("../ui/node_modules/axe-core/axe.min.js"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
