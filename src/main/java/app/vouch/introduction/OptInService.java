package app.vouch.introduction;

import app.vouch.introduction.OptInForm.Choice;
import app.vouch.introduction.PageNonce.Verdict;
import app.vouch.introduction.TokenRepository.Owner;
import app.vouch.platform.work.Work;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
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
  private final WordingRepository wordings;
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
      WordingRepository wordings,
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
    this.wordings = wordings;
    this.steps = steps;
    this.clocks = clocks;
    this.nonces = nonces;
    this.work = work;
    this.clock = clock;
  }

  /** What a link asks now: the introduction still waits for its answer. */
  private record Question(
      IntroductionToken token,
      Introduction introduction,
      IntroductionParties who,
      Wording wording) {}

  /** The page behind a link. */
  PageResult show(String link) {
    OptInForm empty = new OptInForm(null, null, null);
    return opener
        .enter(link)
        .map(
            owner ->
                QuarkusTransaction.requiringNew()
                    .call(
                        () ->
                            introductions
                                .findByIdOptional(owner.introductionId())
                                .flatMap(introduction -> question(owner, introduction))
                                .map(question -> ask(question, empty, null))
                                .orElse(new PageResult.Closed(false))))
        .orElse(new PageResult.Closed(true));
  }

  /** The form came back. */
  PageResult answer(String link, OptInForm form, Visitor visitor) {
    Optional<Owner> owner = opener.enter(link);
    if (owner.isEmpty()) {
      return new PageResult.Closed(true);
    }
    AtomicReference<PageResult> result = new AtomicReference<>();
    work.step("answerOptIn", () -> result.set(answerNow(owner.get(), form, visitor)));
    return Objects.requireNonNull(result.get());
  }

  private PageResult answerNow(Owner owner, OptInForm form, Visitor visitor) {
    return introductions
        .locked(owner.introductionId())
        .flatMap(introduction -> question(owner, introduction))
        .map(question -> answerTo(question, form, visitor))
        .orElse(new PageResult.Closed(false));
  }

  private Optional<Question> question(Owner owner, Introduction introduction) {
    return tokens
        .findByIdOptional(owner.tokenId())
        .filter(token -> token.isOpen(introduction, clock.instant()))
        .map(
            token -> {
              IntroductionParties who = names.of(introduction);
              return new Question(
                  token, introduction, who, Wording.of(token.party(), who, introduction));
            });
  }

  private PageResult answerTo(Question question, OptInForm form, Visitor visitor) {
    Verdict verdict = nonces.check(form.nonce(), question.token().hash(), question.wording());
    Choice choice = form.choice().orElse(null);
    String hint =
        switch (verdict) {
          case BAD -> "Please check your answer and send it again.";
          case EARLY -> "That was quick. Please check your answer and send it again.";
          case GOOD -> choice == null ? "Please choose one of the three answers." : null;
        };
    if (hint != null || choice == null) {
      return ask(question, verdict == Verdict.EARLY ? form : form.withoutNonce(), hint);
    }
    question.token().use(clock.instant());
    return new PageResult.Answered(
        switch (choice) {
          case ACCEPT -> accept(question, visitor);
          case NOT_NOW -> defer(question, form.weeks());
          case DECLINE -> decline(question, visitor);
        });
  }

  /** An early answer keeps its page's code, so that it counts when it is sent again. */
  private PageResult ask(Question question, OptInForm form, @Nullable String hint) {
    String nonce =
        form.nonce() != null
            ? form.nonce()
            : nonces.make(question.token().hash(), question.wording());
    return new PageResult.Asking(
        OptInPage.of(question.who().tenant(), question.wording(), nonce, form, hint));
  }

  private ConfirmationPage accept(Question question, Visitor visitor) {
    Party party = question.token().party();
    IntroductionParties who = question.who();
    record(question, ConsentDecision.GIVEN, visitor);
    String next =
        switch (party) {
          case CONNECTOR ->
              "You will get a message for %s that you can forward.".formatted(who.prospect());
          case PROSPECT ->
              "%s will introduce you to %s.".formatted(who.connector(), who.requester());
        };
    return new ConfirmationPage(
        who.tenant(),
        "Thank you",
        "Your yes is recorded. " + next,
        links.withdrawalPath(question.introduction(), party));
  }

  private ConfirmationPage defer(Question question, OptInForm.Weeks weeks) {
    Instant now = clock.instant();
    Instant latest = clocks.latestDeferral(question.introduction(), now);
    Instant wanted = now.plus(WEEK.multipliedBy(weeks.number()));
    Instant until = wanted.isAfter(latest) ? latest : wanted;
    steps.take(
        question.introduction(), IntroductionMove.defer(until, latest), StepReason.of("NOT_NOW"));
    return new ConfirmationPage(
        question.who().tenant(),
        "Not now",
        "You will be asked again later. Nothing is shared.",
        null);
  }

  private ConfirmationPage decline(Question question, Visitor visitor) {
    record(question, ConsentDecision.REFUSED, visitor);
    return new ConfirmationPage(
        question.who().tenant(),
        "No introduction",
        "Your answer is recorded. Nothing is shared, and you are not asked about this again.",
        null);
  }

  private void record(Question question, ConsentDecision decision, Visitor visitor) {
    wordings.keep(question.wording());
    steps.answer(
        question.introduction(),
        question.token().party(),
        decision,
        ConsentProof.page(question.wording(), visitor, question.token().id()),
        StepReason.NONE);
  }
}
