/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes times inside the page, on the browser's own clock. A time begins with the event as the browser stamped it, and
 * ends in the first task after the frame in which the answer was painted.
 */
final class Stopwatch {

    /** Is run in every page before the page's own scripts, so that it hears each key first. */
    static final String SCRIPT = """
            window.stopwatch = (() => {
              const PATIENCE_MS = 30_000
              let began = 0
              const begin = event => { began = event.timeStamp }
              addEventListener('keydown', event => event.key === 'Enter' && begin(event), true)
              addEventListener('click', begin, true)

              const painted = () => new Promise(done => requestAnimationFrame(() => {
                const channel = new MessageChannel()
                channel.port1.onmessage = () => done(performance.now())
                channel.port2.postMessage(0)
              }))

              const shown = condition => new Promise((done, fail) => {
                const look = () => {
                  if (condition()) {
                    observer.disconnect()
                    clearTimeout(patience)
                    painted().then(done)
                  }
                }
                const observer = new MutationObserver(look)
                observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
                const patience = setTimeout(() => {
                  observer.disconnect()
                  fail(new Error(`never shown at ${location.href}: ${document.querySelector('main')?.innerText}`))
                }, PATIENCE_MS)
                look()
              })

              const heading = () => document.querySelector('h1')?.textContent ?? ''
              const panel = () => document.querySelector('.scan-panel')
              const has = code => panel()?.textContent.includes(code) ?? false
              const conditions = {
                echo: has,
                verdict: code => has(code) && panel().dataset.state !== 'gone',
                heading: number => heading() === number,
                unit: () => heading() !== '' && document.querySelector('.figures .value') !== null
                  && document.querySelector('.timeline > li') !== null,
              }

              const asked = end => performance.getEntriesByType('resource')
                .filter(one => new URL(one.name).pathname.startsWith('/api/'))
                .map(one => ({ from: Math.max(one.startTime, began), to: Math.min(one.responseEnd, end), one }))
                .filter(({ from, to }) => from < to)
                .sort((a, b) => a.from - b.from)

              const waited = asked => {
                let ms = 0
                let until = began
                for (const { from, to } of asked) {
                  ms += Math.max(0, to - Math.max(from, until))
                  until = Math.max(until, to)
                }
                return ms
              }

              const told = asked => asked.map(({ from, to, one }) =>
                `${new URL(one.name).pathname} ${Math.round(from - began)}–${Math.round(to - began)}`).join(', ')

              const watch = (names, value) => {
                performance.clearResourceTimings()
                const result = Promise.all(names.map(name => shown(() => conditions[name](value)))).then(async ends => {
                  // What the browser noted of its requests is there a moment later.
                  await new Promise(done => setTimeout(done, 20))
                  const requests = asked(ends.at(-1))
                  return {
                    ms: ends.map(end => end - began),
                    waited: waited(requests),
                    state: panel()?.dataset.state ?? '',
                    requests: told(requests),
                  }
                })
                result.catch(() => {})
                return result
              }
              const opened = location.pathname.startsWith('/units/') ? watch(['unit'], '') : null
              return { result: opened, arm(names, value) { this.result = watch(names, value) } }
            })()
            """;

    /**
     * What was seen.
     *
     * @param ms the time to each thing that was watched for
     * @param waited for how much of it a request to the server was under way
     * @param state of the panel of a task
     * @param requests each with when it was under way
     */
    record Seen(List<Double> ms, double waited, String state, String requests) {
        static final Seen NOTHING = new Seen(List.of(), Double.NaN, "", "");

        double last() {
            return ms.getLast();
        }
    }

    private Stopwatch() {}

    /**
     * Watches for things that come to be shown; the time begins with the next Enter or click. No field keeps the focus:
     * in one the program tells a scanner by its speed, and keys that come over a wire one by one are slower.
     */
    static void arm(Page page, List<String> names, String value) {
        page.evaluate("""
                ([names, value]) => {
                  document.activeElement?.blur()
                  stopwatch.arm(names, value)
                }
                """, List.of(names, value));
    }

    /** Waits until all that is watched for was shown; a page opened by its address watches by itself. */
    static Seen seen(Page page) {
        var answer = (Map<?, ?>) page.evaluate("() => stopwatch.result");
        List<Double> ms = answer.get("ms") instanceof List<?> times
                ? times.stream().map(Stopwatch::number).toList()
                : List.of();
        return new Seen(
                ms,
                number(answer.get("waited")),
                String.valueOf(answer.get("state")),
                String.valueOf(answer.get("requests")));
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
