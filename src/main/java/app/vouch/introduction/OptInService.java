package app.vouch.introduction;

import app.vouch.introduction.OptInForm.Choice;
import app.vouch.introduction.PageNonce.Verdict;
import app.vouch.platform.work.Work;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What a party does with an opt-in link. Looking changes nothing; an answer counts once, from a
 * page that was shown, not before anybody can have read it.
 */
@ApplicationScoped
class OptInService {
  private static final Duration WEEK = Duration.ofDays(7);

  private final LinkService opener;
  private final IntroductionRepository introductions;
  private final TokenRepository tokens;
  private final IntroductionTokens links;
  private final IntroductionNames names;
  private final IntroductionSteps steps;
  private final IntroductionClocks clocks;
  private final PageNonce nonces;
  private final Work work;
  private final Clock clock;

  OptInService(
      LinkService opener,
      IntroductionRepository introductions,
      TokenRepository tokens,
      IntroductionTokens links,
      IntroductionNames names,
      IntroductionSteps steps,
      IntroductionClocks clocks,
      PageNonce nonces,
      Work work,
      Clock clock) {
    this.opener = opener;
    this.introductions = introductions;
    this.tokens = tokens;
    this.links = links;
    this.names = names;
    this.steps = steps;
    this.clocks = clocks;
    this.nonces = nonces;
    this.work = work;
    this.clock = clock;
  }

  /** The page behind a link. */
  PageResult show(String link) {
    OptInForm empty = new OptInForm(null, null, null);
    return opener
        .enter(link)
        .map(
            owner ->
                QuarkusTransaction.requiringNew()
                    .call(
                        () -> {
                          Introduction introduction =
                              introductions.findById(owner.introductionId());
                          IntroductionToken token = tokens.findById(owner.tokenId());
                          return isOpen(token, introduction)
                              ? ask(token, introduction, empty, null)
                              : new PageResult.Closed(false);
                        }))
        .orElse(new PageResult.Closed(true));
  }

  /** The form came back. */
  PageResult answer(String link, OptInForm form, Visitor visitor) {
    Optional<TokenRepository.Owner> owner = opener.enter(link);
    if (owner.isEmpty()) {
      return new PageResult.Closed(true);
    }
    AtomicReference<PageResult> result = new AtomicReference<>(new PageResult.Closed(false));
    work.step("answerOptIn", () -> result.set(answerNow(owner.get(), form, visitor)));
    return result.get();
  }

  private PageResult answerNow(TokenRepository.Owner owner, OptInForm form, Visitor visitor) {
    Introduction introduction = introductions.locked(owner.introductionId()).orElse(null);
    IntroductionToken token = tokens.findById(owner.tokenId());
    if (!isOpen(token, introduction)) {
      return new PageResult.Closed(false);
    }
    IntroductionParties who = names.of(introduction);
    Wording wording = Wording.of(token.party(), who, introduction);
    Verdict verdict = nonces.check(form.nonce(), token.hash(), wording);
    Choice choice = form.choice().orElse(null);
    String hint =
        switch (verdict) {
          case BAD -> "Please check your answer and send it again.";
          case EARLY -> "That was quick. Please check your answer and send it again.";
          case GOOD -> choice == null ? "Please choose one of the three answers." : null;
        };
    if (hint != null || choice == null) {
      return ask(token, introduction, verdict == Verdict.EARLY ? form : form.withoutNonce(), hint);
    }
    token.use(clock.instant());
    return new PageResult.Answered(
        switch (choice) {
          case ACCEPT -> accept(token, introduction, who, wording, visitor);
          case NOT_NOW -> defer(introduction, who, form.weeks());
          case DECLINE -> decline(token, introduction, who, wording, visitor);
        });
  }

  private boolean isOpen(@Nullable IntroductionToken token, @Nullable Introduction introduction) {
    return token != null && introduction != null && token.isOpen(introduction, clock.instant());
  }

  /** An early answer keeps its page's code, so that it counts when it is sent again. */
  private PageResult ask(
      IntroductionToken token, Introduction introduction, OptInForm form, @Nullable String hint) {
    IntroductionParties who = names.of(introduction);
    Wording wording = Wording.of(token.party(), who, introduction);
    String nonce = form.nonce() != null ? form.nonce() : nonces.make(token.hash(), wording);
    return new PageResult.Asking(OptInPage.of(who.tenant(), wording, nonce, form, hint));
  }

  private ConfirmationPage accept(
      IntroductionToken token,
      Introduction introduction,
      IntroductionParties who,
      Wording wording,
      Visitor visitor) {
    steps.answer(
        introduction,
        token.party(),
        ConsentDecision.GIVEN,
        ConsentProof.page(wording, visitor, token.id()),
        StepReason.NONE);
    String next =
        switch (token.party()) {
          case CONNECTOR ->
              "You will get a message for %s that you can forward.".formatted(who.prospect());
          case PROSPECT ->
              "%s will introduce you to %s.".formatted(who.connector(), who.requester());
        };
    return new ConfirmationPage(
        who.tenant(),
        "Thank you",
        "Your yes is recorded. " + next,
        links.withdrawalPath(introduction, token.party()));
  }

  private ConfirmationPage defer(
      Introduction introduction, IntroductionParties who, OptInForm.Weeks weeks) {
    Instant now = clock.instant();
    Instant latest = clocks.latestDeferral(introduction, now);
    Instant wanted = now.plus(WEEK.multipliedBy(weeks.number()));
    Instant until = wanted.isAfter(latest) ? latest : wanted;
    steps.take(introduction, IntroductionMove.defer(until, latest), StepReason.of("NOT_NOW"));
    return new ConfirmationPage(
        who.tenant(), "Not now", "You will be asked again later. Nothing is shared.", null);
  }

  private ConfirmationPage decline(
      IntroductionToken token,
      Introduction introduction,
      IntroductionParties who,
      Wording wording,
      Visitor visitor) {
    steps.answer(
        introduction,
        token.party(),
        ConsentDecision.REFUSED,
        ConsentProof.page(wording, visitor, token.id()),
        StepReason.NONE);
    return new ConfirmationPage(
        who.tenant(),
        "No introduction",
        "Your answer is recorded. Nothing is shared, and you are not asked about this again.",
        null);
  }
}
