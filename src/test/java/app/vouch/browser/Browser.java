package app.vouch.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Chromium without a window, as wide as a phone. */
final class Browser implements AutoCloseable {
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final int WIDTH = 360;
  private static final int HEIGHT = 740;
  private static final int MOST_TABS = 40;
  private static final String AXE = axe();

  /** Answers what is wrong, each with the elements; fails when nothing was looked at. */
  private static final String VIOLATIONS =
      """
      const [tags, done] = arguments;
      axe.run({runOnly: tags}).then(
        found => done(found.passes.length === 0
          ? ['no rule was tried']
          : found.violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes.map(n => n.html + ' ' + n.failureSummary))),
        fault => done(['axe failed: ' + fault]));""";

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final ChromeDriver driver;
  private final URI root;

  private Browser(ChromeDriver driver, URI root) {
    this.driver = driver;
    this.root = root;
  }

  /** Skips the test where there is no Chromium. */
  static Browser open(URI root) {
    Optional<File> chromium = find("chromium", "chromium-browser", "google-chrome");
    Optional<File> chromedriver = find("chromedriver");
    assumeTrue(
        chromium.isPresent() && chromedriver.isPresent(),
        "SKIPPED: browser tests need chromium and chromedriver on the PATH (Debian: apt-get install chromium chromium-driver)");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.orElseThrow());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-background-networking",
        "--no-proxy-server",
        "--no-first-run",
        "--hide-scrollbars");
    options.setExperimentalOption(
        "mobileEmulation",
        Map.of(
            "deviceMetrics",
            Map.of("width", WIDTH, "height", HEIGHT, "pixelRatio", 1.0, "touch", true)));
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.orElseThrow())
            .withTimeout(Duration.ofMinutes(2))
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().pageLoadTimeout(Duration.ofMinutes(1));
    driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(1));
    return new Browser(driver, root);
  }

  private static Optional<File> find(String... names) {
    List<String> folders =
        Arrays.asList(String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1));
    return Stream.of(names)
        .flatMap(name -> folders.stream().map(folder -> new File(folder, name)))
        .filter(File::canExecute)
        .findFirst();
  }

  void go(String path) {
    driver.get(root.resolve(path).toString());
  }

  void leave() {
    driver.get("about:blank");
  }

  Object run(String script) {
    return driver.executeScript(script);
  }

  String text() {
    return driver.findElement(By.tagName("main")).getText();
  }

  WebElement element(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  boolean has(String css) {
    return !driver.findElements(By.cssSelector(css)).isEmpty();
  }

  /** Uses a link or button, and waits for the page that it leads to. */
  void follow(String css) {
    leaving(() -> element(css).click());
  }

  /** Presses a key that sends a form, and waits for the answer. */
  void send(CharSequence key) {
    leaving(() -> press(key));
  }

  private void leaving(Runnable step) {
    WebElement page = element("html");
    step.run();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> isGone(page) && "complete".equals(run("return document.readyState")));
  }

  private static boolean isGone(WebElement page) {
    try {
      page.isEnabled();
      return false;
    } catch (StaleElementReferenceException | NoSuchElementException gone) {
      return true;
    }
  }

  void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** Goes on by the tabulator key until that element has the focus, and sees that it shows. */
  void tabTo(String id) {
    for (int i = 0; i < MOST_TABS; i++) {
      press(Keys.TAB);
      WebElement focused = driver.switchTo().activeElement();
      if (id.equals(focused.getDomAttribute("id")) || id.equals(focused.getDomAttribute("type"))) {
        assertThat(focused.getCssValue("outline-style")).as("focus on " + id).isEqualTo("solid");
        return;
      }
    }
    throw new AssertionError("no way to #" + id + " by keyboard");
  }

  /** Holds the page against the rules of accessibility, in light and in dark. */
  void check(String name) {
    for (String scheme : List.of("light", "dark")) {
      driver.executeCdpCommand(
          "Emulation.setEmulatedMedia",
          Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
      photograph(name + "-" + scheme);
      driver.executeScript(AXE);
      assertThat(driver.executeAsyncScript(VIOLATIONS, WCAG))
          .as("accessibility of %s, %s", name, scheme)
          .isEqualTo(List.of());
    }
    assertThat(run("return document.documentElement.scrollWidth"))
        .as("width of " + name)
        .isEqualTo((long) WIDTH);
    assertThat((Long) run("return parseInt(getComputedStyle(document.body).fontSize)"))
        .isGreaterThanOrEqualTo(16L);
    assertThat(
            run(
                """
                return [...document.querySelectorAll('button, select, textarea, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), fieldset label, .check label, nav a, main > p > a')]
                  .filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"""))
        .as("targets of %s that a thumb misses", name)
        .isEqualTo(List.of());
    assertThat(run("return document.scripts.length")).as("scripts of " + name).isEqualTo(0L);
  }

  private static String axe() {
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void photograph(String name) {
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
