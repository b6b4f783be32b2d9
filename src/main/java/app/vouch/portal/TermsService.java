package app.vouch.portal;

import app.vouch.platform.brand.BrandingService;
import app.vouch.platform.page.PageFrame;
import app.vouch.platform.page.Visitor;
import app.vouch.platform.page.Words;
import app.vouch.portal.PageLinkService.Opened;
import app.vouch.program.ReferrerTermsService;
import app.vouch.program.TermsProof;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Shows referrers the program's terms, and records that they accepted them. */
@ApplicationScoped
class TermsService {
  private final ReferrerTermsService terms;
  private final BrandingService brands;

  TermsService(ReferrerTermsService terms, BrandingService brands) {
    this.terms = terms;
    this.brands = brands;
  }

  /** The terms that the link's referrer has yet to accept; null where there are none. */
  @Nullable TermsPart part(Opened link, PageFrame frame) {
    return terms
        .outstanding(link.view())
        .map(
            due ->
                TermsPart.of(
                    due, brands.brand().name(), Words.in(frame.language(), PortalWords.class)))
        .orElse(null);
  }

  /** The referrer ticked the box below what was shown. */
  void accept(Opened link, TermsPart shown, Visitor visitor) {
    terms.acceptByLink(
        link.view(), shown.version(), TermsProof.page(shown.wording(), link.id(), visitor));
  }
}
