package org.jielian.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jielian.local.Service;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One browser for all tests, each with a session of its own. */
final class Browsers implements AutoCloseable, ExtensionContext.Store.CloseableResource {
    private final Playwright playwright;
    private final Browser browser;
    private final Jielian jielian;

    Browsers(Path chromium, Jielian jielian) {
        this.jielian = jielian;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    /** A screen in front of which somebody sits who has not signed in. */
    Screen notSignedIn() {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(Screen.WIDE, Screen.HEIGHT));
        // on a machine that builds at the same time a page takes its time
        context.setDefaultTimeout(60_000);
        return new Screen(
                context.newPage(), jielian.system().url(Service.PORTAL).toString());
    }

    /** A screen in front of which this person sits, signed in through Keycloak's form, at the own portal. */
    Screen signedIn(String person) {
        Screen screen = notSignedIn();
        Page page = screen.page();
        screen.open("/");
        page.fill("#username", person);
        page.fill("#password", person);
        page.click("#kc-login, input[type=submit], button[type=submit]");
        page.waitForURL(address -> address.startsWith(screen.portal()) && !address.contains("/signed-in"));
        return screen;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
