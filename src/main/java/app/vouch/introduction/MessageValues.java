package app.vouch.introduction;

import app.vouch.platform.page.Words;
import app.vouch.program.ProgramSettings;
import app.vouch.program.template.TemplateVariable;
import app.vouch.program.template.TemplateWords;
import app.vouch.shared.Language;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a message's variables stand for. */
final class MessageValues {

  static Map<TemplateVariable, String> of(
      Introduction introduction,
      IntroductionParties who,
      ProgramSettings rules,
      Language language,
      @Nullable String link) {
    Map<TemplateVariable, String> values = new EnumMap<>(TemplateVariable.class);
    values.put(TemplateVariable.CONNECTOR, who.connector());
    values.put(TemplateVariable.PROSPECT, who.prospect());
    values.put(TemplateVariable.REQUESTER, who.requester());
    values.put(
        TemplateVariable.REQUESTER_CONTACT,
        who.requesterEmail() == null ? who.tenant() : who.requesterEmail());
    values.put(TemplateVariable.TENANT, who.tenant());
    values.put(TemplateVariable.SUBJECT, introduction.subject());
    values.put(TemplateVariable.CONTEXT, introduction.context());
    values.put(TemplateVariable.LINK, link == null ? "" : link);
    values.put(
        TemplateVariable.DISCLOSURE,
        rules.rewardsReferrer()
            ? Words.in(language, TemplateWords.class).disclosure(who.connector(), who.tenant())
            : "");
    return values;
  }

  private MessageValues() {}
}
