package app.vouch.platform.page;

import app.vouch.platform.http.RateLimits;
import app.vouch.shared.Sha256;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often forms of public pages may be sent, so that nobody floods a tenant through a link. */
@ApplicationScoped
class PageSubmissions {
  private final RateLimits limits;
  private final int perLink;
  private final int perAddress;

  /**
   * @param perLink a minute
   * @param perAddress a minute; many people may share one
   */
  PageSubmissions(
      RateLimits limits,
      @ConfigProperty(name = "vouch.pages.submissions-per-link") int perLink,
      @ConfigProperty(name = "vouch.pages.submissions-per-address") int perAddress) {
    this.limits = limits;
    this.perLink = perLink;
    this.perAddress = perAddress;
  }

  /**
   * Counts a form that was sent by a link.
   *
   * @param path with the link's secret, of which only a hash is kept
   * @return how long to wait; zero where it may pass
   */
  Duration ofLink(String path) {
    String link = HexFormat.of().formatHex(Sha256.of(path));
    return count(limits.ofVisitors("page-form-link:" + link, perLink));
  }

  /** Counts a form that was sent from an address. */
  Duration ofAddress(String address) {
    return count(limits.ofVisitors("page-form-address:" + address, perAddress));
  }

  private static Duration count(Bucket bucket) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
  }
}
