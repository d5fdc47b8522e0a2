package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** A browser's page with somebody in front of it, which remembers everything that went wrong on it. */
final class Screen implements AutoCloseable {
    static final int WIDE = 1440;
    static final int NARROW = 390;
    static final int HEIGHT = 900;
    private static final Path SHOTS = Path.of("target/screenshots");

    private final Page page;
    private final String portal;
    private final List<String> troubles = new ArrayList<>();

    Screen(Page page, String portal) {
        this.page = page;
        this.portal = portal;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) troubles.add("console: " + message.text());
        });
        page.onPageError(error -> troubles.add("script: " + error));
        page.onResponse(response -> {
            if (response.status() >= 500) troubles.add(response.status() + " from " + response.url());
        });
    }

    Page page() {
        return page;
    }

    String portal() {
        return portal;
    }

    /** Where the page is, without the portal's own address. */
    String path() {
        return page.url().substring(portal.length());
    }

    Response open(String path) {
        return page.navigate(portal + path);
    }

    /** Follows a link by its words. */
    void follow(String words) {
        page.locator("a")
                .getByText(words, new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.waitForLoadState();
    }

    /** One of the large figures on top, exactly. */
    BigDecimal figure(String measure) {
        return new BigDecimal(page.getAttribute("[data-measure=" + measure + "]", "data-value")
                .replace(",", ""));
    }

    String text(String selector) {
        return page.textContent(selector);
    }

    /** The rows of the workbook a click on a link brings. */
    List<Row> download(String selector) {
        Download download = page.waitForDownload(() -> page.click(selector));
        try (InputStream in = download.createReadStream();
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            return workbook.getFirstSheet().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pictures of the whole page on a desk and on a telephone; on neither may it be wider than the screen. */
    void shoot(String name) {
        for (int width : List.of(NARROW, WIDE)) {
            page.setViewportSize(width, HEIGHT);
            // charts follow the new width after a moment
            page.waitForTimeout(400);
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(SHOTS.resolve(name + "-" + width + ".png")));
            int overflow = (Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
            assertThat(overflow)
                    .as("%s at %d px is wider than the screen", name, width)
                    .isLessThanOrEqualTo(0);
        }
    }

    void assertNothingWentWrong() {
        assertThat(troubles).isEmpty();
    }

    /** Forgets what went wrong so far: a refused page is a message on the console. */
    void forgetTroubles() {
        troubles.clear();
    }

    @Override
    public void close() {
        page.context().close();
    }
}
