package app.vouch.portal;

import app.vouch.platform.brand.Brand;
import app.vouch.platform.brand.BrandingService;
import app.vouch.platform.page.PageAnswer;
import app.vouch.platform.page.PageFrame;
import app.vouch.platform.page.Visitor;
import app.vouch.platform.page.Words;
import app.vouch.portal.PageLinkService.Opened;
import app.vouch.program.ProgramBriefService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page that tells a referrer whom to think of, behind their form and their status page. */
@ApplicationScoped
class BriefService {
  private final PageLinkService links;
  private final ProgramBriefService briefs;
  private final BrandingService brands;

  BriefService(PageLinkService links, ProgramBriefService briefs, BrandingService brands) {
    this.links = links;
    this.briefs = briefs;
    this.brands = brands;
  }

  PageAnswer show(String text, PageLinkKind kind, Visitor visitor) {
    Optional<PageLinkRepository.Owner> owner = links.enter(text);
    if (owner.isEmpty()) {
      return new PageAnswer.Closed(true);
    }
    return links
        .open(owner.get(), kind)
        .filter(Opened::mayLook)
        .flatMap(link -> page(link, text, visitor))
        .orElse(new PageAnswer.Closed(false));
  }

  private Optional<PageAnswer> page(Opened link, String text, Visitor visitor) {
    Brand brand = brands.brand();
    PageFrame frame = PageFrame.of(visitor, brand);
    PortalWords words = Words.in(frame.language(), PortalWords.class);
    return briefs
        .find(link.view().programId(), frame.language())
        .map(
            found ->
                new PageAnswer.Page(
                    frame,
                    PortalPages.brief(
                        BriefPage.of(
                            brand.name(), found.brief(), words, "../" + text + frame.query()))));
  }

  /** Where the page is, seen from the page that the link opens; null where there is none. */
  @Nullable String link(Opened link, String text, PageFrame frame) {
    return briefs.find(link.view().programId(), frame.language()).isEmpty()
        ? null
        : text + "/brief" + frame.query();
  }
}
