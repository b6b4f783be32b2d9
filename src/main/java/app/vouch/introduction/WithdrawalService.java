package app.vouch.introduction;

import app.vouch.platform.brand.BrandingService;
import app.vouch.platform.page.PageAnswer;
import app.vouch.platform.page.PageFrame;
import app.vouch.platform.page.PageNonce;
import app.vouch.platform.page.Visitor;
import app.vouch.platform.page.Words;
import app.vouch.platform.work.Work;
import app.vouch.shared.Sha256;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a party does with the link that takes a yes back: any number of times, never refused. Only a
 * form of a page that was shown counts, so that no program that follows links takes a yes back.
 */
@ApplicationScoped
class WithdrawalService {
  private static final byte[] PAGE = Sha256.of("withdrawal");

  private final LinkService opener;
  private final IntroductionRepository introductions;
  private final TokenRepository tokens;
  private final BrandingService brands;
  private final IntroductionSteps steps;
  private final PageNonce nonces;
  private final Work work;

  WithdrawalService(
      LinkService opener,
      IntroductionRepository introductions,
      TokenRepository tokens,
      BrandingService brands,
      IntroductionSteps steps,
      PageNonce nonces,
      Work work) {
    this.opener = opener;
    this.introductions = introductions;
    this.tokens = tokens;
    this.brands = brands;
    this.steps = steps;
    this.nonces = nonces;
    this.work = work;
  }

  PageAnswer show(String link, Visitor visitor) {
    return opener
        .enter(link)
        .map(
            owner ->
                QuarkusTransaction.requiringNew()
                    .call(
                        () ->
                            withdrawal(owner)
                                .map(token -> offer(token, null, null, visitor))
                                .orElse(new PageAnswer.Closed(false))))
        .orElse(new PageAnswer.Closed(true));
  }

  private PageAnswer offer(
      IntroductionToken token,
      @Nullable String sent,
      @Nullable Function<IntroductionWords, String> hint,
      Visitor visitor) {
    PageFrame frame = PageFrame.of(visitor, brands.brand());
    String nonce = sent == null ? nonces.make(token.hash(), PAGE) : sent;
    return new PageAnswer.Page(
        frame,
        IntroductionPages.withdraw(
            new WithdrawalPage(nonce, hint == null ? null : hint.apply(words(frame)))));
  }

  private static IntroductionWords words(PageFrame frame) {
    return Words.in(frame.language(), IntroductionWords.class);
  }

  PageAnswer withdraw(String link, @Nullable String nonce, Visitor visitor) {
    Optional<TokenRepository.Owner> owner = opener.enter(link);
    if (owner.isEmpty()) {
      return new PageAnswer.Closed(true);
    }
    AtomicReference<PageAnswer> result = new AtomicReference<>(new PageAnswer.Closed(false));
    work.step("withdrawConsent", () -> result.set(withdrawNow(owner.get(), nonce, visitor)));
    return Objects.requireNonNull(result.get());
  }

  private PageAnswer withdrawNow(
      TokenRepository.Owner owner, @Nullable String nonce, Visitor visitor) {
    Introduction introduction = introductions.locked(owner.introductionId()).orElseThrow();
    Optional<IntroductionToken> token = withdrawal(owner);
    if (token.isEmpty()) {
      return new PageAnswer.Closed(false);
    }
    return switch (nonces.check(nonce, token.get().hash(), PAGE)) {
      case BAD -> offer(token.get(), null, IntroductionWords::checkAgain, visitor);
      case EARLY -> offer(token.get(), nonce, IntroductionWords::tooQuick, visitor);
      case GOOD -> withdraw(introduction, token.get(), visitor);
    };
  }

  private PageAnswer withdraw(Introduction introduction, IntroductionToken token, Visitor visitor) {
    steps.withdraw(
        introduction, token.party(), ConsentProof.withdrawn(visitor, token.id()), StepReason.NONE);
    PageFrame frame = PageFrame.of(visitor, brands.brand()).once();
    return new PageAnswer.Page(
        frame,
        IntroductionPages.answered(
            new ConfirmationPage(
                words(frame).withdrawnTitle(), words(frame).withdrawnText(), null)));
  }

  private Optional<IntroductionToken> withdrawal(TokenRepository.Owner owner) {
    return tokens
        .findByIdOptional(owner.tokenId())
        .filter(token -> token.kind() == IntroductionToken.Kind.WITHDRAW);
  }
}
