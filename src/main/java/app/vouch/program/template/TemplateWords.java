package app.vouch.program.template;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Fixed words that go into messages, and the samples of previews. */
@MessageBundle(value = "template", locale = "en")
public interface TemplateWords {
  @Message("To be open about it: {connector} may be rewarded by {tenant} for this introduction.")
  String disclosure(String connector, String tenant);

  @Message("A shorter month-end close")
  String sampleSubject();

  @Message(
      "Ann’s team closes its books in nine days. Sam’s team has brought others down to two, and would like to show how.")
  String sampleContext();

  @Message("in contact")
  String sampleStatus();
}
