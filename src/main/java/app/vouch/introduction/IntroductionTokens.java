package app.vouch.introduction;

import app.vouch.directory.Suppressions;
import app.vouch.platform.page.TokenSecret;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes the links of an introduction. A link is shown once; only its hash is kept. */
@ApplicationScoped
class IntroductionTokens {
  private final TokenRepository tokens;
  private final Suppressions suppressions;
  private final Uuid7 ids;
  private final Clock clock;
  private final String baseUrl;

  IntroductionTokens(
      TokenRepository tokens,
      Suppressions suppressions,
      Uuid7 ids,
      Clock clock,
      @ConfigProperty(name = "vouch.base-url") String baseUrl) {
    this.tokens = tokens;
    this.suppressions = suppressions;
    this.ids = ids;
    this.clock = clock;
    this.baseUrl = baseUrl.replaceFirst("/+$", "");
  }

  /** A fresh link for the party that is asked; earlier ones stop working. */
  String optInLink(Introduction introduction, Party party, Instant expiresAt) {
    Instant now = clock.instant();
    tokens.revokeOptIns(introduction.id(), party, now);
    TokenSecret secret = TokenSecret.make();
    tokens.persist(
        IntroductionToken.optIn(ids.next(), secret, introduction, party, expiresAt, now));
    return baseUrl + "/i/" + secret.text();
  }

  /** A link with which the prospect ends all messages; each one works for ever. */
  String optOutLink(Introduction introduction) {
    TokenSecret secret = TokenSecret.make();
    byte @Nullable [] emailKey =
        suppressions.emailKey(introduction.personId(Party.PROSPECT)).orElse(null);
    tokens.persist(
        IntroductionToken.optOut(ids.next(), secret, introduction, emailKey, clock.instant()));
    return baseUrl + "/u/" + secret.text();
  }

  /** A link with which the party can take the consent back at any time; each one works for ever. */
  String withdrawalLink(Introduction introduction, Party party) {
    return baseUrl + withdrawalPath(introduction, party);
  }

  /** The same, the path only. */
  String withdrawalPath(Introduction introduction, Party party) {
    TokenSecret secret = TokenSecret.make();
    tokens.persist(
        IntroductionToken.withdrawal(ids.next(), secret, introduction, party, clock.instant()));
    return "/w/" + secret.text();
  }
}
