package app.vouch.delivery;

import app.vouch.delivery.outbound.ClientIdentity;
import app.vouch.platform.tenant.TenantKeys;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the authentication that callers give, and seals its secret. */
@ApplicationScoped
class EndpointAuthentications {
  private final TenantKeys keys;

  EndpointAuthentications(TenantKeys keys) {
    this.keys = keys;
  }

  /**
   * What is shown, and what is sealed.
   *
   * @param sealed null where the kind has no secret
   */
  record Known(WebhookAuthenticationView shown, byte @Nullable [] sealed) {
    static final Known NONE = new Known(WebhookAuthenticationView.NONE, null);
  }

  /**
   * What a change makes of what is known: what it leaves out stays while the kind stays.
   *
   * @throws Refusal.Invalid when something is missing, or the certificate and its key do not fit
   */
  Known changed(Known before, WebhookAuthentication change) {
    AuthenticationKind kind = change.kind() == null ? before.shown().kind() : change.kind();
    Known base = kind == before.shown().kind() ? before : Known.NONE;
    WebhookAuthenticationView shown = base.shown();
    return switch (kind) {
      case NONE -> Known.NONE;
      case HEADER ->
          new Known(
              new WebhookAuthenticationView(
                  kind,
                  or(change.headerName(), or(shown.headerName(), "Authorization")),
                  null,
                  null,
                  null,
                  null),
              secret("headerValue", change.headerValue(), base));
      case OAUTH2 ->
          new Known(
              new WebhookAuthenticationView(
                  kind,
                  null,
                  required("tokenUrl", change.tokenUrl(), shown.tokenUrl()),
                  required("clientId", change.clientId(), shown.clientId()),
                  change.scope() == null ? shown.scope() : emptyToNull(change.scope()),
                  null),
              secret("clientSecret", change.clientSecret(), base));
      case MTLS -> certified(change, base);
    };
  }

  private Known certified(WebhookAuthentication change, Known base) {
    String certificate = required("certificate", change.certificate(), base.shown().certificate());
    byte[] sealed = secret("privateKey", change.privateKey(), base);
    String fault =
        new ClientIdentity(certificate, new String(keys.decrypt(sealed), StandardCharsets.UTF_8))
            .fault();
    if (fault != null) {
      throw new Refusal.Invalid("/authentication/certificate", "malformed", fault);
    }
    return new Known(
        new WebhookAuthenticationView(AuthenticationKind.MTLS, null, null, null, null, certificate),
        sealed);
  }

  private byte[] secret(String member, @Nullable String given, Known base) {
    if (given != null) {
      return keys.encrypt(given.getBytes(StandardCharsets.UTF_8));
    }
    if (base.sealed() != null) {
      return base.sealed();
    }
    throw missing(member);
  }

  private static String required(String member, @Nullable String given, @Nullable String known) {
    String value = or(given, known);
    if (value == null) {
      throw missing(member);
    }
    return value;
  }

  private static Refusal.Invalid missing(String member) {
    return new Refusal.Invalid(
        "/authentication/" + member, "required", "is needed for this kind of authentication");
  }

  private static @Nullable String or(@Nullable String given, @Nullable String known) {
    return given == null ? known : given;
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isBlank() ? null : text;
  }
}
