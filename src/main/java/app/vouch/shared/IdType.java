package app.vouch.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an id names. Inside, ids are UUIDv7; outside, TypeIDs with the prefix of their type. */
public enum IdType {
  TENANT("ten"),
  API_KEY("key"),
  EVENT("evt"),
  AUDIT_RECORD("aud"),
  JOB("job"),
  JOB_ITEM("jit"),
  PERSON("per"),
  ORGANIZATION("org"),
  CONSENT("cns"),
  SUPPRESSION("sup"),
  PROGRAM("prg"),
  PROGRAM_VERSION("pgv"),
  CALENDAR("cal"),
  REFERRER("rfr"),
  LINK("lnk"),
  PAGE_LINK("plk"),
  DEAL("dea"),
  DEAL_PAYMENT("dpy"),
  DEAL_REFUND("drf"),
  REFERRAL("ref"),
  REVIEW_ITEM("rev"),
  INTRODUCTION("int"),
  MESSAGE("msg"),
  TOUCHPOINT("tch"),
  ATTRIBUTION("atb"),
  CREDIT("crd"),
  REWARD("rwd"),
  TIER_CHANGE("tic"),
  PAYEE_DOCUMENT("doc"),
  ACCOUNT("acc"),
  ENTRY("ent"),
  LEDGER_LEG("leg"),
  LEDGER_ADJUSTMENT("adj"),
  LEDGER_HEAD("hed"),
  LEDGER_VERIFICATION("ver"),
  PAYOUT("pay"),
  PAYOUT_BATCH("bat"),
  PAYMENT_DETAILS("pmd"),
  WEBHOOK_ENDPOINT("whk"),
  DELIVERY("dlv"),
  ATTEMPT("atm");

  private final String prefix;

  IdType(String prefix) {
    this.prefix = prefix;
  }

  public String prefix() {
    return prefix;
  }

  /** The resource's name in events and journals, such as {@code programVersion}. */
  public String resourceName() {
    StringBuilder camel = new StringBuilder();
    for (String word : words().split(" ", -1)) {
      camel.append(
          camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return camel.toString();
  }

  /** The resource's name in messages, such as {@code program version}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The id as callers see it, such as {@code ref_01h455vb4pex5vsknk084sn02q}. */
  public String format(UUID id) {
    return TypeId.format(prefix, id);
  }

  public @Nullable String formatNullable(@Nullable UUID id) {
    return id == null ? null : format(id);
  }

  public Optional<UUID> parse(String text) {
    return TypeId.parse(prefix, text);
  }

  /**
   * An id from a path.
   *
   * @throws Refusal.NotFound when the text is not an id of this type
   */
  public UUID inPath(String text) {
    return parse(text).orElseThrow(() -> new Refusal.NotFound(this, text));
  }

  /**
   * An id from a body.
   *
   * @throws Refusal.Rule {@code wrong-id-type} when the text is not an id of this type
   */
  public UUID inBody(String pointer, String text) {
    return parse(text)
        .orElseThrow(
            () ->
                new Refusal.Rule(
                    ProblemType.WRONG_ID_TYPE,
                    "%s takes an id that starts with %s_, got \"%s\""
                        .formatted(pointer, prefix, Texts.excerpt(text))));
  }

  /**
   * An id from a query parameter; null where the caller gave none.
   *
   * @throws Refusal.Invalid when the text is not an id of this type
   */
  public @Nullable UUID inQuery(String pointer, @Nullable String text) {
    return text == null
        ? null
        : parse(text)
            .orElseThrow(
                () ->
                    new Refusal.Invalid(
                        pointer,
                        "malformed",
                        "must be an id that starts with %s_".formatted(prefix)));
  }

  /**
   * An id of any type from a query parameter; null where the caller gave none.
   *
   * @throws Refusal.Invalid when the text is no id
   */
  public static @Nullable UUID anyInQuery(String pointer, @Nullable String text) {
    return text == null
        ? null
        : of(text)
            .flatMap(type -> type.parse(text))
            .orElseThrow(
                () -> new Refusal.Invalid(pointer, "malformed", "must be the id of a resource"));
  }

  public @Nullable UUID inBodyNullable(String pointer, @Nullable String text) {
    return text == null ? null : inBody(pointer, text);
  }

  /**
   * @param name as {@link #resourceName()} gives it
   * @throws IllegalArgumentException when no type has that name
   */
  public static IdType ofResource(String name) {
    return Arrays.stream(values())
        .filter(type -> type.resourceName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no type is named " + name));
  }

  /** The type that a TypeID's prefix names. */
  public static Optional<IdType> of(String text) {
    int end = text.indexOf('_');
    for (IdType type : values()) {
      if (end == type.prefix.length() && text.startsWith(type.prefix)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
