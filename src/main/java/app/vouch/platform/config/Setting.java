package app.vouch.platform.config;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every environment variable that Vouch reads. The README's table is made from this list. */
public enum Setting {
  VOUCH_PROFILE(
      "production",
      "`production` refuses to start with unsafe settings, naming each; `dev` does not"),
  VOUCH_DB_URL(
      "", "`jdbc:mysql://host:port/database`; absent: the embedded MariaDB, where it is packaged"),
  VOUCH_DB_USER("", "the database user"),
  VOUCH_DB_PASSWORD("", "the database user's password"),
  VOUCH_DATA_DIR("data", "where the embedded database keeps its files"),
  VOUCH_MIGRATE(
      "true",
      "`true`: migrate at start; `false`: do not, and stay unready while the schema is older; `only`: migrate and end"),
  VOUCH_HTTP_PORT("8080", "port of the API and the public pages"),
  VOUCH_MANAGEMENT_PORT("9000", "port of health and metrics"),
  VOUCH_BASE_URL(
      "http://localhost:8080", "how people and machines outside reach Vouch; links are made of it"),
  VOUCH_SECRET_KEY(
      "",
      "`kid:base64 of 32 bytes[,kid:…]`, the first is current; wraps every tenant's keys. `echo k1:$(openssl rand -base64 32)`"),
  VOUCH_OPERATOR_KEY("", "the only key for `/v1/tenants`; absent: nobody can make tenants"),
  VOUCH_BOOTSTRAP_API_KEY(
      "",
      "`vk_live_` or `vk_test_` and 64 hexadecimal digits: makes the first tenant and this key, if there is no tenant"),
  VOUCH_RATE_LIMIT("6000", "calls a minute of keys that do not say otherwise"),
  VOUCH_REPLICAS("1", "how many replicas run; each grants its share of a key's rate limit"),
  VOUCH_GRAPHQL_MAX_DEPTH("12", "how deep a GraphQL query may nest"),
  VOUCH_GRAPHQL_MAX_COST(
      "6000", "how many objects a GraphQL query may fetch, sizes of lists multiplied"),
  VOUCH_OUTBOUND_ALLOW(
      "",
      "comma-separated addresses or networks that webhooks may reach although they are not public, such as `127.0.0.0/8`"),
  VOUCH_TRUSTED_PROXIES(
      "",
      "comma-separated addresses or networks of the proxies in front, whose `X-Forwarded-*` headers tell the caller's address; absent: nobody's do"),
  VOUCH_OIDC_URL("", "an OpenID provider whose bearer tokens are taken beside API keys"),
  VOUCH_OIDC_AUDIENCE("", "the audience that a token must name"),
  VOUCH_OIDC_TENANT_CLAIM("vouch_tenant", "the claim with the tenant's id (`ten_…`)"),
  VOUCH_SMTP_URL(
      "",
      "the mail server for programs with `VOUCH_SENDS`: `smtp://user:password@host:587` (STARTTLS is required, unless the host is this machine or the URL ends with `?starttls=off`) or `smtps://…`; absent: the CRM sends every message"),
  VOUCH_MAIL_FROM("", "the address that mails come from; needed with `VOUCH_SMTP_URL`"),
  VOUCH_KEEP_DELIVERIES(
      "P90D",
      "how long deliveries that are delivered or dead are kept, with their attempts; then only how many they were"),
  VOUCH_KEEP_EVENTS("P400D", "how long events stay in the log, at least as long as deliveries"),
  VOUCH_KAFKA_SERVERS(
      "", "`host:port[,host:port]` of Kafka brokers that get the event log; absent: none do"),
  VOUCH_KAFKA_TOPIC("vouch.events", "the topic of the event log"),
  VOUCH_KAFKA_PROPERTIES(
      "",
      "further properties of the Kafka producer, a line each, such as `security.protocol=SASL_SSL`"),
  VOUCH_TIMERS_POLLING("PT2S", "how often due timers are looked for, ISO 8601"),
  VOUCH_LOG_JSON("false", "`true`: one JSON object per log line"),
  VOUCH_TRACING_DISABLED(
      "true", "`false`: OpenTelemetry traces, to where the `OTEL_*` variables say"),
  VOUCH_TEST_DB_URL("", "tests only: a MySQL server for `make test-mysql`");

  private final String defaultValue;
  private final String meaning;

  Setting(String defaultValue, String meaning) {
    this.defaultValue = defaultValue;
    this.meaning = meaning;
  }

  /** The list as a Markdown table. */
  public static String table() {
    return Stream.of(values())
        .map(
            s ->
                "| `%s` | %s | %s |"
                    .formatted(
                        s.name(),
                        s.defaultValue.isEmpty() ? "" : "`" + s.defaultValue + "`",
                        s.meaning))
        .collect(
            Collectors.joining("\n", "| variable | default | meaning |\n|---|---|---|\n", "\n"));
  }
}
