package app.vouch.introduction;

import app.vouch.introduction.TokenRepository.Owner;
import app.vouch.platform.page.TokenSecret;
import app.vouch.platform.tenant.TenantScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds out whose link was opened, and lets them in as that person. */
@ApplicationScoped
class LinkService {
  private final TokenRepository tokens;
  private final TenantScope scope;

  LinkService(TokenRepository tokens, TenantScope scope) {
    this.tokens = tokens;
    this.scope = scope;
  }

  /** Puts the link's tenant in scope, with the party as actor. */
  Optional<Owner> enter(String link) {
    TokenSecret secret = new TokenSecret(link);
    Optional<Owner> owner = QuarkusTransaction.requiringNew().call(() -> tokens.owner(secret));
    owner.ifPresent(o -> scope.enterAsParty(o.tenantId(), o.personId()));
    return owner;
  }
}
