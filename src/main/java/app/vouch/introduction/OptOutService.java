package app.vouch.introduction;

import app.vouch.directory.Suppressions;
import app.vouch.introduction.TokenRepository.Owner;
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
  private final IntroductionNames names;
  private final Suppressions suppressions;
  private final Work work;

  OptOutService(
      LinkService opener,
      TokenRepository tokens,
      IntroductionNames names,
      Suppressions suppressions,
      Work work) {
    this.opener = opener;
    this.tokens = tokens;
    this.names = names;
    this.suppressions = suppressions;
    this.work = work;
  }

  /** The page with the button; it changes nothing. */
  PageResult show(String link) {
    return opener
        .enter(link)
        .map(
            owner ->
                QuarkusTransaction.requiringNew()
                    .call(() -> result(owner, token -> new PageResult.OptingOut(offer()))))
        .orElse(new PageResult.Closed(true));
  }

  /** Suppresses the address at once; the same answer however often. */
  PageResult optOut(String link) {
    return change(
        "optOut",
        link,
        token -> {
          suppressions.optOut(token.personId(), token.emailKey(), token.id());
          return new PageResult.OptedOut(done(link));
        });
  }

  /** Takes that back, in time. */
  PageResult undo(String link) {
    return change(
        "undoOptOut",
        link,
        token -> new PageResult.Answered(suppressions.undo(token.id()) ? undone() : tooLate()));
  }

  private PageResult change(
      String operation, String link, Function<IntroductionToken, PageResult> step) {
    Optional<Owner> owner = opener.enter(link);
    if (owner.isEmpty()) {
      return new PageResult.Closed(true);
    }
    AtomicReference<PageResult> result = new AtomicReference<>();
    work.step(operation, () -> result.set(result(owner.get(), step)));
    return Objects.requireNonNull(result.get());
  }

  private PageResult result(Owner owner, Function<IntroductionToken, PageResult> step) {
    return tokens
        .findByIdOptional(owner.tokenId())
        .filter(token -> token.kind() == IntroductionToken.Kind.OPT_OUT)
        .map(step)
        .orElse(new PageResult.Closed(false));
  }

  private OptOutPage offer() {
    return new OptOutPage(
        names.tenant(),
        "Stop all messages?",
        "Nobody will write to you for %s any more, and you will not be introduced to anybody."
            .formatted(names.tenant()),
        null);
  }

  private OptOutPage done(String link) {
    return new OptOutPage(
        names.tenant(),
        "No more messages",
        "Nobody will write to you for %s any more. Introductions that were under way are over."
            .formatted(names.tenant()),
        "/u/%s/undo".formatted(link));
  }

  private ConfirmationPage undone() {
    return new ConfirmationPage(
        names.tenant(),
        "Taken back",
        "Your wish to get no more messages is taken back. Introductions that ended stay so.",
        null);
  }

  private ConfirmationPage tooLate() {
    return new ConfirmationPage(
        names.tenant(),
        "It cannot be taken back here",
        "Here it can be taken back for 24 hours. Write to %s if you would like to hear from them again."
            .formatted(names.tenant()),
        null);
  }
}
