package app.vouch.delivery;

import app.vouch.platform.event.EventBody;
import app.vouch.platform.event.EventTypeFilter;
import app.vouch.platform.tenant.TenantOwned;
import app.vouch.shared.IdType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Where a tenant wants its events. */
@Entity
@Table(name = "webhook_endpoint")
class WebhookEndpoint extends TenantOwned {
  private static final String SEPARATOR = " ";

  @Id
  @JdbcTypeCode(SqlTypes.BINARY)
  @Column(name = "id", length = 16)
  private UUID id;

  @Column(name = "url")
  private String url;

  @Column(name = "description")
  private @Nullable String description;

  @Column(name = "event_types")
  private String eventTypes;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private EndpointState state;

  @Enumerated(EnumType.STRING)
  @Column(name = "disabled_reason")
  private @Nullable DisabledReason disabledReason;

  @Convert(converter = EventFilterJson.class)
  @Column(name = "event_filter")
  private @Nullable EventFilter eventFilter;

  @Enumerated(EnumType.STRING)
  @Column(name = "signature")
  private SignatureKind signature = SignatureKind.V1;

  @Column(name = "public_key")
  private @Nullable String publicKey;

  @Column(name = "ordered")
  private boolean ordered;

  @Column(name = "concurrency")
  private int concurrency;

  @Column(name = "max_per_minute")
  private @Nullable Integer maxPerMinute;

  @Column(name = "api_version")
  private String apiVersion = EventBody.API_VERSION;

  @Convert(converter = EndpointOptionsJson.class)
  @Column(name = "options")
  private EndpointOptions options = EndpointOptions.USUAL;

  @Column(name = "authentication_secret")
  private byte @Nullable [] authenticationSecret;

  @Column(name = "alert_email")
  private @Nullable String alertEmail;

  @Version
  @Column(name = "version")
  private int version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected WebhookEndpoint() {}

  WebhookEndpoint(
      UUID id,
      String url,
      Wanted wanted,
      @Nullable String description,
      SendingTerms terms,
      Instant now) {
    this.id = id;
    this.url = url;
    this.eventTypes = String.join(SEPARATOR, wanted.types().patterns());
    this.eventFilter = wanted.filter();
    this.description = description;
    this.state = EndpointLifecycle.TABLE.initial();
    agree(terms);
    this.version = 1;
    this.createdAt = now;
    this.updatedAt = now;
  }

  void moveTo(String newUrl, Instant now) {
    url = newUrl;
    updatedAt = now;
  }

  void want(EventTypeFilter types, Instant now) {
    eventTypes = String.join(SEPARATOR, types.patterns());
    updatedAt = now;
  }

  void filter(@Nullable EventFilter by, Instant now) {
    eventFilter = by;
    updatedAt = now;
  }

  void signWith(MadeSecret made) {
    signature = made.kind();
    publicKey = made.publicKey();
  }

  SignatureKind signature() {
    return signature;
  }

  void describe(@Nullable String text, Instant now) {
    description = text;
    updatedAt = now;
  }

  void sendBy(SendingTerms terms, Instant now) {
    agree(terms);
    updatedAt = now;
  }

  EndpointOptions options() {
    return options;
  }

  EndpointAuthentications.Known authentication() {
    return new EndpointAuthentications.Known(options.authentication(), authenticationSecret);
  }

  @Nullable String alertEmail() {
    return alertEmail;
  }

  void alert(@Nullable String address, Instant now) {
    alertEmail = address;
    updatedAt = now;
  }

  void sendAs(EndpointOptions as, Instant now) {
    options = as;
    updatedAt = now;
  }

  void authenticateBy(EndpointAuthentications.Known by, Instant now) {
    options = options.with(by.shown());
    authenticationSecret = by.sealed();
    updatedAt = now;
  }

  private void agree(SendingTerms terms) {
    ordered = terms.ordered();
    concurrency = terms.concurrency();
    maxPerMinute = terms.maxPerMinute();
  }

  SendingTerms terms() {
    return new SendingTerms(ordered, concurrency, maxPerMinute);
  }

  void changeTo(EndpointState to, @Nullable DisabledReason reason, Instant now) {
    state = to;
    disabledReason = to == EndpointState.DISABLED ? reason : null;
    updatedAt = now;
  }

  String url() {
    return url;
  }

  Instant createdAt() {
    return createdAt;
  }

  UUID id() {
    return id;
  }

  EndpointState state() {
    return state;
  }

  int version() {
    return version;
  }

  Wanted wanted() {
    return new Wanted(new EventTypeFilter(List.of(eventTypes.split(SEPARATOR, -1))), eventFilter);
  }

  WebhookEndpointView view() {
    return new WebhookEndpointView(
        IdType.WEBHOOK_ENDPOINT.format(id),
        url,
        description,
        wanted().types().patterns(),
        eventFilter,
        signature,
        publicKey,
        state,
        disabledReason,
        ordered,
        concurrency,
        maxPerMinute,
        apiVersion,
        options.payload(),
        options.headers(),
        options.retrySchedule(),
        options.authentication(),
        alertEmail,
        version,
        createdAt,
        updatedAt,
        null,
        false);
  }
}
