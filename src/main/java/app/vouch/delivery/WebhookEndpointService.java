package app.vouch.delivery;

import app.vouch.delivery.outbound.AddressRefused;
import app.vouch.delivery.outbound.OutboundAddresses;
import app.vouch.platform.event.EventBody;
import app.vouch.platform.event.EventTypeFilter;
import app.vouch.platform.guard.Guards;
import app.vouch.platform.journal.Journal;
import app.vouch.platform.mail.MailServer;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Versions;
import app.vouch.platform.work.Work;
import app.vouch.shared.Cursor;
import app.vouch.shared.Emails;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with webhook endpoints. */
@ApplicationScoped
public class WebhookEndpointService {
  private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

  private final WebhookEndpointRepository endpoints;
  private final WebhookSecrets secrets;
  private final OutboundAddresses addresses;
  private final EndpointAuthentications authentications;
  private final EndpointMoves moves;
  private final MailServer mails;
  private final DeliverySettings settings;
  private final Guards guards;
  private final Journal journal;
  private final Work work;
  private final Uuid7 ids;
  private final Clock clock;

  WebhookEndpointService(
      WebhookEndpointRepository endpoints,
      WebhookSecrets secrets,
      OutboundAddresses addresses,
      EndpointAuthentications authentications,
      EndpointMoves moves,
      MailServer mails,
      DeliverySettings settings,
      Guards guards,
      Journal journal,
      Work work,
      Uuid7 ids,
      Clock clock) {
    this.endpoints = endpoints;
    this.secrets = secrets;
    this.addresses = addresses;
    this.authentications = authentications;
    this.moves = moves;
    this.mails = mails;
    this.settings = settings;
    this.guards = guards;
    this.journal = journal;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Makes an endpoint; the answer shows its secret, once.
   *
   * @throws Refusal.Invalid when an event type is unknown
   * @throws Refusal.Rule {@code address-refused} or {@code too-many-endpoints}
   */
  public Answer<WebhookEndpointView> create(CreateWebhookEndpoint command) {
    requirePublic(command.url());
    requireTokensFromPublic(command.authentication());
    return work.write(
        "createWebhookEndpoint",
        command,
        WebhookEndpointView.class,
        () -> {
          Wanted wanted =
              new Wanted(
                  EventTypeFilter.parse("/eventTypes", command.eventTypes()),
                  EventFilters.parse(command.eventFilter()));
          requireRoom();
          WebhookEndpoint endpoint =
              new WebhookEndpoint(
                  ids.next(),
                  command.url(),
                  wanted,
                  command.description(),
                  new SendingTerms(false, settings.concurrency(), null)
                      .with(
                          command.ordered(),
                          command.concurrency(),
                          command.maxPerMinute(),
                          settings.concurrency()),
                  clock.instant());
          setOut(
              endpoint,
              command.apiVersion(),
              endpoint
                  .options()
                  .with(command.payload(), command.headers(), command.retrySchedule()),
              command.authentication());
          alert(endpoint, command.alertEmail());
          SignatureKind kind = command.signature();
          MadeSecret made =
              secrets.renew(endpoint.id(), kind == null ? SignatureKind.V1 : kind, Duration.ZERO);
          endpoint.signWith(made);
          endpoints.persist(endpoint);
          return Answer.created(endpoint.view().showing(made.secret()));
        });
  }

  private void alert(WebhookEndpoint endpoint, @Nullable String address) {
    if (address == null) {
      return;
    }
    if (!address.isBlank() && !Emails.plausible(address)) {
      throw new Refusal.Invalid("/alertEmail", "malformed", "is not an e-mail address");
    }
    if (!address.isBlank() && !mails.isConfigured()) {
      throw new Refusal.Invalid(
          "/alertEmail",
          "unavailable",
          "cannot be used: this service has no mail server (VOUCH_SMTP_URL)");
    }
    endpoint.alert(address.isBlank() ? null : address, clock.instant());
  }

  /** Whether what the receiver wants to see has changed. */
  private boolean setOut(
      WebhookEndpoint endpoint,
      @Nullable String apiVersion,
      EndpointOptions options,
      @Nullable WebhookAuthentication authentication) {
    if (apiVersion != null && !apiVersion.equals(EventBody.API_VERSION)) {
      throw new Refusal.Invalid(
          "/apiVersion", "unknown", "is unknown; there is " + EventBody.API_VERSION);
    }
    Instant now = clock.instant();
    if (!options.equals(endpoint.options())) {
      endpoint.sendAs(options, now);
    }
    if (authentication != null) {
      endpoint.authenticateBy(
          authentications.changed(endpoint.authentication(), authentication), now);
    }
    EndpointRules.check(endpoint.options());
    return authentication != null;
  }

  private void requireTokensFromPublic(@Nullable WebhookAuthentication authentication) {
    requirePublic(authentication == null ? null : authentication.tokenUrl());
  }

  private void requireRoom() {
    guards.hold(List.of("webhook-endpoints"));
    int most = settings.endpointsPerTenant();
    if (endpoints.count() >= most) {
      throw new Refusal.Rule(
          ProblemType.TOO_MANY_ENDPOINTS,
          "there are %d endpoints, as many as there may be; change one of them".formatted(most),
          Map.of("limit", most));
    }
  }

  /** Before the transaction, because it asks the network. A malformed URL is found again inside. */
  private void requirePublic(@Nullable String url) {
    if (url == null || !url.matches(CreateWebhookEndpoint.URL)) {
      return;
    }
    try {
      addresses.vet(url);
    } catch (AddressRefused e) {
      throw new Refusal.Rule(ProblemType.ADDRESS_REFUSED, e.reason());
    }
  }

  /**
   * Changes an endpoint.
   *
   * @throws Refusal.NotFound when the tenant has no such endpoint
   * @throws Refusal.Invalid when an event type is unknown
   * @throws Refusal.Rule {@code version-mismatch} or {@code address-refused}
   */
  public Answer<WebhookEndpointView> update(UpdateWebhookEndpoint command) {
    UUID id = IdType.WEBHOOK_ENDPOINT.inPath(command.id());
    requirePublic(command.url());
    requireTokensFromPublic(command.authentication());
    return work.write(
        "updateWebhookEndpoint",
        command,
        WebhookEndpointView.class,
        () -> {
          WebhookEndpoint endpoint = endpoints.lock(id);
          Versions.same(command.version(), endpoint.version());
          change(endpoint, command);
          endpoints.flush();
          return Answer.done(endpoint.view());
        });
  }

  private void change(WebhookEndpoint endpoint, UpdateWebhookEndpoint command) {
    Instant now = clock.instant();
    if (command.url() != null) {
      endpoint.moveTo(command.url(), now);
      moves.beginAnew(endpoint.id());
    }
    if (command.eventTypes() != null) {
      endpoint.want(EventTypeFilter.parse("/eventTypes", command.eventTypes()), now);
    }
    if (command.description() != null) {
      endpoint.describe(command.description().isBlank() ? null : command.description(), now);
    }
    if (command.eventFilter() != null) {
      endpoint.filter(EventFilters.parse(command.eventFilter()), now);
    }
    alert(endpoint, command.alertEmail());
    SendingTerms terms =
        endpoint
            .terms()
            .with(
                command.ordered(),
                command.concurrency(),
                command.maxPerMinute(),
                settings.concurrency());
    if (!terms.equals(endpoint.terms())) {
      endpoint.sendBy(terms, now);
    }
    boolean otherwiseKnown =
        setOut(
            endpoint,
            command.apiVersion(),
            endpoint.options().with(command.payload(), command.headers(), command.retrySchedule()),
            command.authentication());
    if (otherwiseKnown) {
      moves.beginAnew(endpoint.id());
    }
  }

  /**
   * Pauses, resumes, disables or enables an endpoint.
   *
   * @throws Refusal.NotFound when the tenant has no such endpoint
   * @throws Refusal.NotAllowed when its state does not allow the action
   */
  public Answer<WebhookEndpointView> transition(TransitionWebhookEndpoint command) {
    UUID id = IdType.WEBHOOK_ENDPOINT.inPath(command.id());
    return work.write(
        "transitionWebhookEndpoint",
        command,
        WebhookEndpointView.class,
        () -> {
          WebhookEndpoint endpoint = endpoints.lock(id);
          if (!journal.lastWas(id, command.action(), endpoint.state())) {
            moves.move(endpoint, command.action(), DisabledReason.REQUESTED);
          }
          return Answer.done(endpoint.view());
        });
  }

  /**
   * The receiver said that it is gone for good. An endpoint that is off already stays as it is, and
   * so does one that has moved to another address meanwhile.
   *
   * @param url the address that said so
   */
  public void disableGone(UUID id, String url) {
    work.step(
        "disableWebhookEndpoint",
        () -> {
          WebhookEndpoint endpoint = endpoints.lock(id);
          boolean on =
              EndpointLifecycle.TABLE.allowed(endpoint.state()).contains(EndpointAction.DISABLE);
          if (on && endpoint.url().equals(url)) {
            moves.move(endpoint, EndpointAction.DISABLE, DisabledReason.GONE);
          }
        });
  }

  /**
   * Gives an endpoint a new secret; the answer shows it, once. The old one is used beside it until
   * the overlap ends.
   *
   * @throws Refusal.NotFound when the tenant has no such endpoint
   */
  public Answer<WebhookEndpointView> rotateSecret(RotateWebhookSecret command) {
    UUID id = IdType.WEBHOOK_ENDPOINT.inPath(command.id());
    return work.write(
        "rotateWebhookSecret",
        command,
        WebhookEndpointView.class,
        () -> {
          WebhookEndpoint endpoint = endpoints.lock(id);
          SignatureKind kind = command.signature();
          MadeSecret made =
              secrets.renew(
                  id, kind == null ? endpoint.signature() : kind, overlap(command.overlap()));
          endpoint.signWith(made);
          endpoints.flush();
          return Answer.created(endpoint.view().showing(made.secret()));
        });
  }

  private Duration overlap(@Nullable String given) {
    if (given == null) {
      return settings.secretOverlap();
    }
    return Durations.parse(given)
        .filter(overlap -> overlap.compareTo(LONGEST_OVERLAP) <= 0)
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    "/overlap",
                    "malformed",
                    "must be a duration from PT0S to P30D, such as PT24H"));
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such endpoint
   */
  @Reads
  public WebhookEndpointView get(String id) {
    return endpoints.require(id).view();
  }

  /** The newest first. */
  @Reads
  public Page<WebhookEndpointView> list(PageRequest page) {
    return Page.of(
        endpoints.page(page),
        page.limit(),
        endpoint -> new Cursor(endpoint.id()),
        rows -> rows.stream().map(WebhookEndpoint::view).toList());
  }

  /** By id, in one query; what does not exist is left out. */
  @Reads
  public Map<UUID, WebhookEndpointView> byIds(List<UUID> wanted) {
    Map<UUID, WebhookEndpointView> found = new LinkedHashMap<>();
    endpoints.byIds(wanted).forEach(endpoint -> found.put(endpoint.id(), endpoint.view()));
    return found;
  }
}
