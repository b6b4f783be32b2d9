package app.vouch.platform.brand;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.guard.Guards;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.tenant.Realms;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Versions;
import app.vouch.platform.work.Work;
import app.vouch.shared.IdType;
import app.vouch.shared.Language;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the tenant in scope shows itself. */
@ApplicationScoped
public class BrandingService {
  private static final String DEFAULT_COLOR = "#2f5fb3";

  private final EntityManager entities;
  private final Realms realms;
  private final Guards guards;
  private final RequestContext request;
  private final Work work;
  private final Clock clock;

  BrandingService(
      EntityManager entities,
      Realms realms,
      Guards guards,
      RequestContext request,
      Work work,
      Clock clock) {
    this.entities = entities;
    this.realms = realms;
    this.guards = guards;
    this.request = request;
    this.work = work;
    this.clock = clock;
  }

  /** For pages and messages. */
  @Reads
  public Brand brand() {
    return brand(chosen());
  }

  @Reads
  public BrandingView get() {
    return view(chosen());
  }

  /**
   * Changes what is named and brings back the default of what is removed.
   *
   * @throws Refusal.Invalid when something is set and removed
   * @throws Refusal.Rule {@code version-mismatch} when it has changed meanwhile; {@code
   *     contrast-too-low}, naming the ratio
   */
  public Answer<BrandingView> update(UpdateBranding command) {
    return work.write("updateBranding", command, BrandingView.class, () -> updateNow(command));
  }

  private Answer<BrandingView> updateNow(UpdateBranding command) {
    refuseAmbiguous(command);
    refusePale(command.color());
    guards.hold(List.of("branding"));
    Branding known = chosen();
    Versions.same(command.version(), known == null ? Branding.FIRST_VERSION : known.version());
    Instant now = clock.instant();
    Branding branding = known == null ? new Branding(request.tenantId(), now) : known;
    branding.change(command, now);
    entities.persist(branding);
    entities.flush();
    return Answer.done(view(branding));
  }

  private static void refuseAmbiguous(UpdateBranding command) {
    Map<BrandingField, Boolean> set =
        Map.of(
            BrandingField.NAME, command.name() != null,
            BrandingField.COLOR, command.color() != null,
            BrandingField.LOGO_URL, command.logoUrl() != null,
            BrandingField.DEFAULT_LANGUAGE, command.defaultLanguage() != null,
            BrandingField.PRIVACY_NOTICE_URL, command.privacyNoticeUrl() != null);
    for (BrandingField field : BrandingField.values()) {
      if (command.removes(field) && Boolean.TRUE.equals(set.get(field))) {
        throw new Refusal.Invalid("/remove", "ambiguous", "names " + field + ", which is set too");
      }
    }
  }

  private static void refusePale(@Nullable String text) {
    if (text != null) {
      BrandColor color = new BrandColor(text);
      if (!color.isReadableOnWhite()) {
        throw new Refusal.Rule(
            ProblemType.CONTRAST_TOO_LOW,
            String.format(
                Locale.ROOT,
                "%s has a contrast of %.2f:1 against white, and text needs %.1f:1; send a darker colour",
                color.text(),
                Math.floor(color.contrastOnWhite() * 100) / 100,
                BrandColor.READABLE));
      }
    }
  }

  private @Nullable Branding chosen() {
    return entities.find(Branding.class, request.tenantId());
  }

  private Brand brand(@Nullable Branding chosen) {
    Brand defaults =
        new Brand(realms.name(request.tenantId()), DEFAULT_COLOR, null, Language.EN, null);
    return chosen == null ? defaults : chosen.over(defaults);
  }

  private BrandingView view(@Nullable Branding chosen) {
    UUID tenant = request.tenantId();
    Brand brand = brand(chosen);
    return new BrandingView(
        IdType.TENANT.format(tenant),
        brand.name(),
        brand.color(),
        brand.logoUrl(),
        brand.defaultLanguage(),
        brand.privacyNoticeUrl(),
        chosen == null ? Branding.FIRST_VERSION : chosen.version(),
        chosen == null ? realms.createdAt(tenant) : chosen.updatedAt());
  }
}
