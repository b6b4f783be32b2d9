package app.vouch.introduction;

import app.vouch.introduction.OptInForm.Choice;
import app.vouch.introduction.PendingReferrals.Stage;
import app.vouch.introduction.TokenRepository.Owner;
import app.vouch.platform.brand.Brand;
import app.vouch.platform.brand.BrandingService;
import app.vouch.platform.page.PageAnswer;
import app.vouch.platform.page.PageFrame;
import app.vouch.platform.page.PageNonce;
import app.vouch.platform.page.PageNonce.Verdict;
import app.vouch.platform.page.Visitor;
import app.vouch.platform.page.Words;
import app.vouch.platform.work.Work;
import app.vouch.shared.Emails;
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
  private final PendingReferrals pending;
  private final ProspectAddresses addresses;
  private final BrandingService brands;
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
      PendingReferrals pending,
      ProspectAddresses addresses,
      BrandingService brands,
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
    this.pending = pending;
    this.addresses = addresses;
    this.brands = brands;
    this.nonces = nonces;
    this.work = work;
    this.clock = clock;
  }

  /** What a link asks now: the introduction still waits for its answer. */
  private record Question(
      IntroductionToken token,
      Introduction introduction,
      IntroductionParties who,
      Wording wording,
      PageFrame frame,
      IntroductionWords words) {}

  /** The page behind a link. */
  PageAnswer show(String link, Visitor visitor) {
    OptInForm empty = OptInForm.empty();
    return opener
        .enter(link)
        .map(
            owner ->
                QuarkusTransaction.requiringNew()
                    .call(
                        () ->
                            introductions
                                .findByIdOptional(owner.introductionId())
                                .flatMap(introduction -> question(owner, introduction, visitor))
                                .map(question -> ask(question, empty, null))
                                .orElse(new PageAnswer.Closed(false))))
        .orElse(new PageAnswer.Closed(true));
  }

  /** The form came back. */
  PageAnswer answer(String link, OptInForm form, Visitor visitor) {
    Optional<Owner> owner = opener.enter(link);
    if (owner.isEmpty()) {
      return new PageAnswer.Closed(true);
    }
    AtomicReference<PageAnswer> result = new AtomicReference<>();
    work.step("answerOptIn", () -> result.set(answerNow(owner.get(), form, visitor)));
    return Objects.requireNonNull(result.get());
  }

  private PageAnswer answerNow(Owner owner, OptInForm form, Visitor visitor) {
    if (Emails.plausible(form.email())) {
      addresses.hold(form.email());
    }
    pending.hold(owner.introductionId());
    return introductions
        .locked(owner.introductionId())
        .flatMap(introduction -> question(owner, introduction, visitor))
        .map(question -> answerTo(question, form, visitor))
        .orElse(new PageAnswer.Closed(false));
  }

  private Optional<Question> question(Owner owner, Introduction introduction, Visitor visitor) {
    return tokens
        .findByIdOptional(owner.tokenId())
        .filter(token -> token.isOpen(introduction, clock.instant()))
        .map(token -> question(token, introduction, brands.brand(), visitor));
  }

  private Question question(
      IntroductionToken token, Introduction introduction, Brand brand, Visitor visitor) {
    PageFrame frame = PageFrame.of(visitor, brand);
    IntroductionParties who = names.of(introduction, brand, frame.language());
    return new Question(
        token,
        introduction,
        who,
        Wording.of(token.party(), who, introduction, facts(token, introduction), frame.language()),
        frame,
        Words.in(frame.language(), IntroductionWords.class));
  }

  private PageAnswer answerTo(Question question, OptInForm form, Visitor visitor) {
    Verdict verdict =
        nonces.check(form.nonce(), question.token().hash(), question.wording().hash());
    Choice choice = form.choice().orElse(null);
    String hint =
        switch (verdict) {
          case BAD -> question.words().checkAgain();
          case EARLY -> question.words().tooQuick();
          case GOOD ->
              choice == null ? question.words().chooseOne() : missing(question, choice, form);
        };
    if (hint != null || choice == null) {
      return ask(question, verdict == Verdict.EARLY ? form : form.withoutNonce(), hint);
    }
    if (choice != Choice.NOT_NOW) {
      question.token().use(clock.instant());
    }
    if (steps.waitsForConnector(question.introduction())) {
      return confirm(question, answerBeforeConnector(question, choice, form, visitor));
    }
    ConfirmationPage confirmation =
        switch (choice) {
          case ACCEPT -> accept(question, form, visitor);
          case NOT_NOW -> defer(question, form.weeks());
          case DECLINE -> decline(question, form, visitor);
        };
    return confirm(question, confirmation);
  }

  private static PageAnswer confirm(Question question, ConfirmationPage confirmation) {
    return new PageAnswer.Page(question.frame().once(), IntroductionPages.answered(confirmation));
  }

  /**
   * The prospect is back from "not now", and the connector's yes has lapsed meanwhile: a no ends
   * it, after a yes the connector is asked first, and the prospect once more after them.
   */
  private ConfirmationPage answerBeforeConnector(
      Question question, Choice choice, OptInForm form, Visitor visitor) {
    Introduction introduction = question.introduction();
    IntroductionWords words = question.words();
    return switch (choice) {
      case ACCEPT -> {
        steps.take(
            introduction,
            IntroductionMove.of(IntroductionAction.RESUME_CONNECTOR),
            StepReason.of("ANSWERED_EARLIER"));
        yield new ConfirmationPage(
            words.thanksTitle(), words.connectorFirst(question.who().connector()), null);
      }
      case NOT_NOW -> deferred(question, Objects.requireNonNull(introduction.deferredUntil()));
      case DECLINE -> {
        wordings.keep(question.wording());
        steps.refuseWhileAway(
            introduction,
            ConsentProof.page(question.wording(), visitor, question.token().id()),
            form.whyNot());
        yield new ConfirmationPage(words.declinedTitle(), words.declinedText(), null);
      }
    };
  }

  private WordingFacts facts(IntroductionToken token, Introduction introduction) {
    return new WordingFacts(
        introduction.sending(),
        clocks.programName(introduction),
        clocks.settings(introduction.programVersionId()).rewardsReferrer(),
        token.party() == Party.PROSPECT && !addresses.isKnown(introduction));
  }

  /** What a yes lacks, where the page asks for an address. */
  private @Nullable String missing(Question question, Choice choice, OptInForm form) {
    if (choice != Choice.ACCEPT || !question.wording().asksAddress()) {
      return null;
    }
    if (!Emails.plausible(form.email())) {
      return question.words().addressMissing();
    }
    return addresses.isUnfit(question.introduction(), form.email())
        ? question.words().addressUnwelcome()
        : null;
  }

  /** An early answer keeps its page's code, so that it counts when it is sent again. */
  private PageAnswer ask(Question question, OptInForm form, @Nullable String hint) {
    String nonce =
        form.nonce() != null
            ? form.nonce()
            : nonces.make(question.token().hash(), question.wording().hash());
    return new PageAnswer.Page(
        question.frame(),
        IntroductionPages.ask(
            OptInPage.of(
                question.wording(), nonce, form, question.who().tenant(), question.words(), hint)));
  }

  private ConfirmationPage accept(Question question, OptInForm form, Visitor visitor) {
    Party party = question.token().party();
    IntroductionParties who = question.who();
    if (question.wording().asksAddress()) {
      addresses.take(question.introduction(), form.email());
    }
    record(question, ConsentDecision.GIVEN, StepReason.NONE, visitor);
    return new ConfirmationPage(
        question.words().thanksTitle(),
        switch (party) {
          case CONNECTOR ->
              question.introduction().state().isOpen()
                  ? connectorThanks(question)
                  : tooLate(question);
          case PROSPECT -> question.words().prospectThanks(who.connector(), who.requester());
        },
        links.withdrawalPath(question.introduction(), party) + question.frame().query());
  }

  /** Why a connector's yes came to nothing. */
  private static String tooLate(Question question) {
    return Stage.PROSPECT_HELD.name().equals(question.introduction().reasonCode())
        ? question.words().connectorTooLate(question.who().prospect())
        : question.words().connectorNotPossible();
  }

  private static String connectorThanks(Question question) {
    IntroductionParties who = question.who();
    return switch (question.introduction().sending()) {
      case CONNECTOR_SENDS -> question.words().connectorThanks(who.prospect());
      case VOUCH_SENDS -> question.words().connectorThanksSentFor(who.prospect(), who.tenant());
    };
  }

  private ConfirmationPage defer(Question question, OptInForm.Weeks weeks) {
    Instant now = clock.instant();
    Introduction introduction = question.introduction();
    Instant latest = clocks.latestDeferral(introduction, now);
    Instant wanted = now.plus(WEEK.multipliedBy(weeks.number()));
    Instant until = wanted.isAfter(latest) ? latest : wanted;
    steps.defer(introduction, until, latest, StepReason.of("NOT_NOW"));
    return deferred(question, until);
  }

  private ConfirmationPage deferred(Question question, Instant until) {
    Introduction introduction = question.introduction();
    String day =
        question.frame().day(until, clocks.settings(introduction.programVersionId()).zone());
    return new ConfirmationPage(
        question.words().deferredTitle(), question.words().deferredText(day), null);
  }

  private ConfirmationPage decline(Question question, OptInForm form, Visitor visitor) {
    record(question, ConsentDecision.REFUSED, form.whyNot(), visitor);
    return new ConfirmationPage(
        question.words().declinedTitle(), question.words().declinedText(), null);
  }

  private void record(
      Question question, ConsentDecision decision, StepReason reason, Visitor visitor) {
    wordings.keep(question.wording());
    steps.answer(
        question.introduction(),
        question.token().party(),
        decision,
        ConsentProof.page(question.wording(), visitor, question.token().id()),
        reason);
  }
}
