package app.vouch.program.template;

import static app.vouch.program.template.TemplateVariable.CONNECTOR;
import static app.vouch.program.template.TemplateVariable.CONTEXT;
import static app.vouch.program.template.TemplateVariable.DISCLOSURE;
import static app.vouch.program.template.TemplateVariable.LINK;
import static app.vouch.program.template.TemplateVariable.PROSPECT;
import static app.vouch.program.template.TemplateVariable.REFERRER;
import static app.vouch.program.template.TemplateVariable.REQUESTER;
import static app.vouch.program.template.TemplateVariable.REQUESTER_CONTACT;
import static app.vouch.program.template.TemplateVariable.STATUS;
import static app.vouch.program.template.TemplateVariable.SUBJECT;
import static app.vouch.program.template.TemplateVariable.TENANT;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The messages that have a text, and the variables that each can use. */
public enum TemplateKind {
  /** Asks the connector to introduce. */
  CONNECTOR_ASK(CONNECTOR, PROSPECT, REQUESTER, TENANT, SUBJECT, CONTEXT, LINK),
  /** Asks the connector again. */
  CONNECTOR_REMINDER(CONNECTOR, PROSPECT, REQUESTER, TENANT, SUBJECT, CONTEXT, LINK),
  /** For the connector to forward to the prospect. */
  PROSPECT_INVITATION(CONNECTOR, PROSPECT, REQUESTER, TENANT, SUBJECT, CONTEXT, LINK, DISCLOSURE),
  /** Asks the connector whether the prospect has seen the invitation. */
  PROSPECT_REMINDER(CONNECTOR, PROSPECT, REQUESTER, TENANT, SUBJECT, CONTEXT),
  /** For the connector to send to both. */
  INTRODUCTION(
      CONNECTOR, PROSPECT, REQUESTER, REQUESTER_CONTACT, TENANT, SUBJECT, CONTEXT, DISCLOSURE),
  /** Asks the requester what came of the introduction. */
  REQUESTER_FOLLOW_UP(CONNECTOR, PROSPECT, REQUESTER, TENANT, SUBJECT),
  /** Asks the connector what they have heard of the introduction. */
  CONNECTOR_FOLLOW_UP(CONNECTOR, PROSPECT, REQUESTER, TENANT, SUBJECT),
  /** Tells the connector that the introduction will not be made; never who ended it, or why. */
  CONNECTOR_CALLED_OFF(CONNECTOR, PROSPECT, REQUESTER, TENANT, SUBJECT),
  /** The same for the prospect; for the connector to forward. */
  PROSPECT_CALLED_OFF(CONNECTOR, PROSPECT, REQUESTER, TENANT, SUBJECT),
  /** Thanks the referrer. */
  THANK_YOU(REFERRER, PROSPECT, TENANT),
  /** Tells the referrer what has become of the referral. */
  STATUS_UPDATE(REFERRER, PROSPECT, TENANT, STATUS);

  private final Set<TemplateVariable> variables;

  TemplateKind(TemplateVariable... variables) {
    EnumSet<TemplateVariable> all = EnumSet.noneOf(TemplateVariable.class);
    Collections.addAll(all, variables);
    this.variables = Collections.unmodifiableSet(all);
  }

  public Set<TemplateVariable> variables() {
    return variables;
  }

  /** Whether the message is pointless without its link. */
  boolean needsLink() {
    return variables.contains(LINK);
  }

  /** Whether the prospect reads it, who must be told that the connector is rewarded. */
  public boolean reachesProspect() {
    return variables.contains(DISCLOSURE);
  }

  /** Such as {@code connector-ask}. */
  String file() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
