package app.vouch.portal;

import app.vouch.platform.brand.BrandingService;
import app.vouch.platform.page.PageAnswer;
import app.vouch.platform.page.PageFrame;
import app.vouch.platform.page.PageNonce;
import app.vouch.platform.page.PageNonce.Verdict;
import app.vouch.platform.page.Visitor;
import app.vouch.platform.page.Words;
import app.vouch.portal.PageLinkService.Opened;
import app.vouch.portal.ReferralForm.Field;
import app.vouch.referral.ReferralService;
import app.vouch.referral.ReferralView;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The form to refer somebody. Looking changes nothing; what is sent from one page counts once,
 * however often it is sent.
 */
@ApplicationScoped
class FormService {
  private final PageLinkService links;
  private final ReferralService referrals;
  private final BriefService briefs;
  private final TermsService terms;
  private final BrandingService brands;
  private final PageNonce nonces;

  FormService(
      PageLinkService links,
      ReferralService referrals,
      BriefService briefs,
      TermsService terms,
      BrandingService brands,
      PageNonce nonces) {
    this.links = links;
    this.referrals = referrals;
    this.briefs = briefs;
    this.terms = terms;
    this.brands = brands;
    this.nonces = nonces;
  }

  /**
   * A page that is shown to its referrer.
   *
   * @param brief where they read whom to think of; null where there is no such page
   * @param terms that they have yet to accept; null where there are none
   */
  private record Desk(
      Opened link,
      PageFrame frame,
      PortalWords words,
      @Nullable String brief,
      @Nullable TermsPart terms,
      Visitor visitor) {

    byte[] wording() {
      return ("form/" + frame.language().tag()).getBytes(StandardCharsets.US_ASCII);
    }
  }

  PageAnswer show(String text, Visitor visitor) {
    return answer(text, visitor, desk -> form(desk, ReferralForm.empty(), Map.of(), null));
  }

  /** The form came back. */
  PageAnswer send(String text, ReferralForm form, Visitor visitor) {
    return answer(text, visitor, desk -> send(desk, form));
  }

  private PageAnswer answer(String text, Visitor visitor, Function<Desk, PageAnswer> page) {
    Optional<PageLinkRepository.Owner> owner = links.enter(text);
    if (owner.isEmpty()) {
      return new PageAnswer.Closed(true);
    }
    return links
        .open(owner.get(), PageLinkKind.FORM)
        .filter(Opened::mayRefer)
        .map(link -> page.apply(desk(link, text, visitor)))
        .orElse(new PageAnswer.Closed(false));
  }

  private Desk desk(Opened link, String text, Visitor visitor) {
    PageFrame frame = PageFrame.of(visitor, brands.brand());
    return new Desk(
        link,
        frame,
        Words.in(frame.language(), PortalWords.class),
        briefs.link(link, text, frame),
        terms.part(link, frame),
        visitor);
  }

  private PageAnswer send(Desk desk, ReferralForm form) {
    PortalWords words = desk.words();
    Verdict verdict = nonces.check(form.nonce(), desk.link().hash(), desk.wording());
    Map<Field, String> errors = form.errors(words, desk.terms());
    if (verdict == Verdict.BAD || form.nonce() == null) {
      return form(desk, form.withoutNonce(), errors, words.checkAgain());
    }
    if (!errors.isEmpty()) {
      return form(desk, form, errors, words.correct());
    }
    if (verdict == Verdict.EARLY) {
      return form(desk, form, errors, words.tooQuick());
    }
    if (desk.terms() != null) {
      terms.accept(desk.link(), desk.terms(), desk.visitor());
    }
    return capture(desk, form, form.nonce());
  }

  private PageAnswer capture(Desk desk, ReferralForm form, String nonce) {
    PortalWords words = desk.words();
    try {
      ReferralView referral =
          referrals
              .capture(
                  form.command(
                      desk.link().view().id(), desk.link().view().programId(), "form:" + nonce))
              .view();
      return new PageAnswer.Page(
          desk.frame().once(), PortalPages.outcome(outcome(desk, referral, form.name())));
    } catch (Refusal refusal) {
      return switch (refusal.type()) {
        case SELF_REFERRAL ->
            form(desk, form, Map.of(Field.EMAIL, words.emailOwn()), words.correct());
        case IDEMPOTENCY_KEY_REUSED ->
            form(desk, form.withoutNonce(), Map.of(), words.sentBefore());
        case IDEMPOTENCY_IN_PROGRESS, TRY_AGAIN -> form(desk, form, Map.of(), words.tryAgain());
        case PROGRAM_NOT_OPEN, REFERRER_NOT_ENROLLED -> new PageAnswer.Closed(false);
        case INVALID_REQUEST -> form(desk, form, Map.of(), words.checkAgain());
        default -> throw refusal;
      };
    }
  }

  /** What the referrer may know: never who else named the prospect. */
  private static OutcomePage outcome(Desk desk, ReferralView referral, String prospect) {
    PortalWords words = desk.words();
    String again = desk.frame().query();
    return switch (referral.decision().outcome()) {
      case ACCEPTED -> new OutcomePage(words.acceptedTitle(), words.acceptedText(prospect), again);
      case UNDER_REVIEW -> new OutcomePage(words.reviewTitle(), words.reviewText(prospect), again);
      case DUPLICATE, CONFLICT ->
          new OutcomePage(words.knownTitle(), words.knownText(prospect), again);
    };
  }

  /** What was typed too early, or wrong, keeps its page's code. */
  private PageAnswer form(
      Desk desk, ReferralForm form, Map<Field, String> errors, @Nullable String hint) {
    String nonce =
        form.nonce() != null ? form.nonce() : nonces.make(desk.link().hash(), desk.wording());
    String tenant = desk.frame().brand() == null ? "" : desk.frame().brand().name();
    return new PageAnswer.Page(
        desk.frame(),
        PortalPages.form(
            FormPage.of(
                tenant, desk.brief(), nonce, form, desk.words(), errors, desk.terms(), hint)));
  }
}
