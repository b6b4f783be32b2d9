package app.vouch.introduction;

import app.vouch.directory.Suppressions;
import app.vouch.introduction.TokenRepository.Owner;
import app.vouch.platform.brand.Brand;
import app.vouch.platform.brand.BrandingService;
import app.vouch.platform.page.PageAnswer;
import app.vouch.platform.page.PageFrame;
import app.vouch.platform.page.Visitor;
import app.vouch.platform.page.Words;
import app.vouch.platform.work.Work;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** What a reader does with the link that ends all messages: any number of times, for ever. */
@ApplicationScoped
class OptOutService {
  private final LinkService opener;
  private final TokenRepository tokens;
  private final BrandingService brands;
  private final Suppressions suppressions;
  private final Work work;

  OptOutService(
      LinkService opener,
      TokenRepository tokens,
      BrandingService brands,
      Suppressions suppressions,
      Work work) {
    this.opener = opener;
    this.tokens = tokens;
    this.brands = brands;
    this.suppressions = suppressions;
    this.work = work;
  }

  /** The page with the button; it changes nothing. */
  PageAnswer show(String link, Visitor visitor) {
    return opener
        .enter(link)
        .map(
            owner ->
                QuarkusTransaction.requiringNew()
                    .call(() -> result(owner, token -> offer(visitor))))
        .orElse(new PageAnswer.Closed(true));
  }

  /** Suppresses the address at once; the same answer however often. */
  PageAnswer optOut(String link, Visitor visitor) {
    return change(
        "optOut",
        link,
        token -> {
          suppressions.optOut(token.personId(), token.emailKey(), token.id());
          return done(link, visitor);
        });
  }

  /** Takes that back, in time. */
  PageAnswer undo(String link, Visitor visitor) {
    return change("undoOptOut", link, token -> undone(suppressions.undo(token.id()), visitor));
  }

  private PageAnswer change(
      String operation, String link, Function<IntroductionToken, PageAnswer> step) {
    Optional<Owner> owner = opener.enter(link);
    if (owner.isEmpty()) {
      return new PageAnswer.Closed(true);
    }
    AtomicReference<PageAnswer> result = new AtomicReference<>();
    work.step(operation, () -> result.set(result(owner.get(), step)));
    return Objects.requireNonNull(result.get());
  }

  private PageAnswer result(Owner owner, Function<IntroductionToken, PageAnswer> step) {
    return tokens
        .findByIdOptional(owner.tokenId())
        .filter(token -> token.kind() == IntroductionToken.Kind.OPT_OUT)
        .map(step)
        .orElse(new PageAnswer.Closed(false));
  }

  private PageAnswer offer(Visitor visitor) {
    Brand brand = brands.brand();
    PageFrame frame = PageFrame.of(visitor, brand);
    IntroductionWords words = words(frame);
    return new PageAnswer.Page(
        frame,
        IntroductionPages.optOut(
            new OptOutPage(words.optOutTitle(), words.optOutText(brand.name()), null)));
  }

  private PageAnswer done(String link, Visitor visitor) {
    Brand brand = brands.brand();
    PageFrame frame = PageFrame.of(visitor, brand).once();
    IntroductionWords words = words(frame);
    return new PageAnswer.Page(
        frame,
        IntroductionPages.optedOut(
            new OptOutPage(
                words.optedOutTitle(),
                words.optedOutText(brand.name()),
                "/u/%s/undo%s".formatted(link, frame.query()))));
  }

  private PageAnswer undone(boolean inTime, Visitor visitor) {
    Brand brand = brands.brand();
    PageFrame frame = PageFrame.of(visitor, brand).once();
    IntroductionWords words = words(frame);
    return new PageAnswer.Page(
        frame,
        IntroductionPages.answered(
            inTime
                ? new ConfirmationPage(words.optOutUndoneTitle(), words.optOutUndoneText(), null)
                : new ConfirmationPage(
                    words.optOutStaysTitle(), words.optOutStaysText(brand.name()), null)));
  }

  private static IntroductionWords words(PageFrame frame) {
    return Words.in(frame.language(), IntroductionWords.class);
  }
}
