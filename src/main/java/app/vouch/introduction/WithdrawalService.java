package app.vouch.introduction;

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

/** What a party does with the link that takes a yes back: any number of times, never refused. */
@ApplicationScoped
class WithdrawalService {
  private final LinkService opener;
  private final IntroductionRepository introductions;
  private final TokenRepository tokens;
  private final BrandingService brands;
  private final IntroductionSteps steps;
  private final Work work;

  WithdrawalService(
      LinkService opener,
      IntroductionRepository introductions,
      TokenRepository tokens,
      BrandingService brands,
      IntroductionSteps steps,
      Work work) {
    this.opener = opener;
    this.introductions = introductions;
    this.tokens = tokens;
    this.brands = brands;
    this.steps = steps;
    this.work = work;
  }

  PageAnswer show(String link, Visitor visitor) {
    return opener
        .enter(link)
        .map(
            owner ->
                QuarkusTransaction.requiringNew()
                    .call(
                        () -> isWithdrawal(owner) ? offer(visitor) : new PageAnswer.Closed(false)))
        .orElse(new PageAnswer.Closed(true));
  }

  private PageAnswer offer(Visitor visitor) {
    PageFrame frame = PageFrame.of(visitor, brands.brand());
    IntroductionWords words = words(frame);
    return new PageAnswer.Page(
        frame,
        IntroductionPages.withdraw(
            new ConfirmationPage(words.withdrawTitle(), words.withdrawText(), null)));
  }

  private static IntroductionWords words(PageFrame frame) {
    return Words.in(frame.language(), IntroductionWords.class);
  }

  PageAnswer withdraw(String link, Visitor visitor) {
    Optional<TokenRepository.Owner> owner = opener.enter(link);
    if (owner.isEmpty()) {
      return new PageAnswer.Closed(true);
    }
    AtomicReference<PageAnswer> result = new AtomicReference<>(new PageAnswer.Closed(false));
    work.step("withdrawConsent", () -> result.set(withdrawNow(owner.get(), visitor)));
    return Objects.requireNonNull(result.get());
  }

  private PageAnswer withdrawNow(TokenRepository.Owner owner, Visitor visitor) {
    Introduction introduction = introductions.locked(owner.introductionId()).orElseThrow();
    if (!isWithdrawal(owner)) {
      return new PageAnswer.Closed(false);
    }
    IntroductionToken token = tokens.findById(owner.tokenId());
    steps.withdraw(
        introduction, token.party(), ConsentProof.withdrawn(visitor, token.id()), StepReason.NONE);
    PageFrame frame = PageFrame.of(visitor, brands.brand()).once();
    return new PageAnswer.Page(
        frame,
        IntroductionPages.answered(
            new ConfirmationPage(
                words(frame).withdrawnTitle(), words(frame).withdrawnText(), null)));
  }

  private boolean isWithdrawal(TokenRepository.Owner owner) {
    IntroductionToken token = tokens.findById(owner.tokenId());
    return token != null && token.kind() == IntroductionToken.Kind.WITHDRAW;
  }
}
