package app.vouch.introduction;

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
  private final IntroductionNames names;
  private final IntroductionSteps steps;
  private final Work work;

  WithdrawalService(
      LinkService opener,
      IntroductionRepository introductions,
      TokenRepository tokens,
      IntroductionNames names,
      IntroductionSteps steps,
      Work work) {
    this.opener = opener;
    this.introductions = introductions;
    this.tokens = tokens;
    this.names = names;
    this.steps = steps;
    this.work = work;
  }

  PageResult show(String link) {
    return opener
        .enter(link)
        .map(
            owner ->
                QuarkusTransaction.requiringNew()
                    .call(
                        () ->
                            isWithdrawal(owner)
                                ? offer(introductions.findById(owner.introductionId()))
                                : new PageResult.Closed(false)))
        .orElse(new PageResult.Closed(true));
  }

  private PageResult offer(Introduction introduction) {
    return new PageResult.Withdrawing(
        new ConfirmationPage(
            names.of(introduction).tenant(),
            "Take your yes back?",
            "If the introduction has not been made yet, it will not be made. If it has, your yes counts for nothing further.",
            null));
  }

  PageResult withdraw(String link, Visitor visitor) {
    Optional<TokenRepository.Owner> owner = opener.enter(link);
    if (owner.isEmpty()) {
      return new PageResult.Closed(true);
    }
    AtomicReference<PageResult> result = new AtomicReference<>(new PageResult.Closed(false));
    work.step("withdrawConsent", () -> result.set(withdrawNow(owner.get(), visitor)));
    return Objects.requireNonNull(result.get());
  }

  private PageResult withdrawNow(TokenRepository.Owner owner, Visitor visitor) {
    Introduction introduction = introductions.locked(owner.introductionId()).orElseThrow();
    if (!isWithdrawal(owner)) {
      return new PageResult.Closed(false);
    }
    IntroductionToken token = tokens.findById(owner.tokenId());
    steps.withdraw(
        introduction, token.party(), ConsentProof.withdrawn(visitor, token.id()), StepReason.NONE);
    return new PageResult.Answered(
        new ConfirmationPage(
            names.of(introduction).tenant(),
            "Taken back",
            "Your yes is taken back. You need not do anything else.",
            null));
  }

  private boolean isWithdrawal(TokenRepository.Owner owner) {
    IntroductionToken token = tokens.findById(owner.tokenId());
    return token != null && token.kind() == IntroductionToken.Kind.WITHDRAW;
  }
}
