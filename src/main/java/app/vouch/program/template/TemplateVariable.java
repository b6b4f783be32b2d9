package app.vouch.program.template;

import java.util.Arrays;
import java.util.Optional;

/** What a template can stand a value in for, written {@code {connector}}. */
public enum TemplateVariable {
  /** Who is asked to introduce. */
  CONNECTOR("connector"),
  /** Whom they introduce. */
  PROSPECT("prospect"),
  /** Who asks for it. */
  REQUESTER("requester"),
  /** Where the requester is reached. */
  REQUESTER_CONTACT("requesterContact"),
  /** Who referred. */
  REFERRER("referrer"),
  /** The name of the tenant's brand. */
  TENANT("tenant"),
  /** What the introduction is about. */
  SUBJECT("subject"),
  /** Why both would care. */
  CONTEXT("context"),
  /** Where the reader goes. */
  LINK("link"),
  /** That the connector is rewarded; empty where they are not. */
  DISCLOSURE("disclosure"),
  /** What has become of the referral. */
  STATUS("status");

  private final String text;

  TemplateVariable(String text) {
    this.text = text;
  }

  /** As templates write it, without braces. */
  public String text() {
    return text;
  }

  static Optional<TemplateVariable> of(String text) {
    return Arrays.stream(values()).filter(v -> v.text.equals(text)).findFirst();
  }
}
