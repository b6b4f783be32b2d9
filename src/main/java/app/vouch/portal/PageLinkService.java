package app.vouch.portal;

import app.vouch.platform.guard.Guards;
import app.vouch.platform.page.TokenSecret;
import app.vouch.platform.tenant.TenantScope;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.portal.PageLinkRepository.Owner;
import app.vouch.program.EnrolledReferrer;
import app.vouch.program.ReferrerService;
import app.vouch.program.ReferrerState;
import app.vouch.program.ReferrerView;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes referrers' links and opens them. */
@ApplicationScoped
public class PageLinkService {
  private final PageLinkRepository links;
  private final ReferrerService referrers;
  private final TenantScope scope;
  private final Guards guards;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;
  private final String baseUrl;

  PageLinkService(
      PageLinkRepository links,
      ReferrerService referrers,
      TenantScope scope,
      Guards guards,
      Work work,
      Uuid7 ids,
      Clock clock,
      @ConfigProperty(name = "vouch.base-url") String baseUrl) {
    this.links = links;
    this.referrers = referrers;
    this.scope = scope;
    this.guards = guards;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
    this.baseUrl = baseUrl.replaceFirst("/+$", "");
  }

  /**
   * Makes a link; the earlier one of that kind stops working.
   *
   * @throws Refusal.NotFound when the tenant has no such referrer
   * @throws Refusal.Rule {@code referrer-not-enrolled} when they left the program
   */
  public Answer<PageLinkView> create(CreatePageLink command) {
    return work.write("createPageLink", command, PageLinkView.class, () -> createNow(command));
  }

  private Answer<PageLinkView> createNow(CreatePageLink command) {
    ReferrerView view = referrers.get(command.referrerId());
    if (view.state() == ReferrerState.REMOVED) {
      throw new Refusal.Rule(
          ProblemType.REFERRER_NOT_ENROLLED, "the referrer left the program and has no pages");
    }
    UUID id = IdType.REFERRER.inPath(view.id());
    EnrolledReferrer referrer = referrers.get(id);
    guards.hold(List.of("page-link:%s:%s".formatted(id, command.kind())));
    Instant now = clock.instant();
    links.revoke(id, command.kind(), now);
    TokenSecret secret = TokenSecret.make();
    PageLink link = new PageLink(ids.next(), referrer, command.kind(), secret, now);
    links.persist(link);
    return Answer.created(link.view(baseUrl + command.kind().path() + secret.text()));
  }

  /** Puts the link's tenant in scope, with the referrer as actor. */
  Optional<Owner> enter(String text) {
    TokenSecret secret = new TokenSecret(text);
    Optional<Owner> owner = QuarkusTransaction.requiringNew().call(() -> links.owner(secret));
    owner.ifPresent(o -> scope.enterAsParty(o.tenantId(), o.personId()));
    return owner;
  }

  /** The referrer whose page it opens now; nobody when it opens that page no more. */
  Optional<Opened> open(Owner owner, PageLinkKind page) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                links
                    .findByIdOptional(owner.linkId())
                    .filter(link -> link.opens(page, clock.instant()))
                    .map(
                        link ->
                            new Opened(
                                owner.linkId(),
                                link.hash(),
                                referrers.get(IdType.REFERRER.format(link.referrerId())),
                                referrers.get(link.referrerId()))));
  }

  /** A link that is good, and whose it is. */
  @SuppressWarnings("ArrayRecordComponent")
  record Opened(UUID id, byte[] hash, ReferrerView view, EnrolledReferrer referrer) {

    boolean mayRefer() {
      return view.state() == ReferrerState.ENROLLED;
    }

    boolean mayLook() {
      return view.state() != ReferrerState.REMOVED;
    }
  }
}
