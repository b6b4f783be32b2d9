package app.vouch.introduction;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages; names and parameters are checked when the service is built. */
@CheckedTemplate(basePath = "introduction")
final class IntroductionPages {
  static native TemplateInstance ask(OptInPage page);

  static native TemplateInstance answered(ConfirmationPage page);

  static native TemplateInstance withdraw(WithdrawalPage page);

  static native TemplateInstance optOut(OptOutPage page);

  static native TemplateInstance optedOut(OptOutPage page);

  static native TemplateInstance evidence(EvidencePage page);

  private IntroductionPages() {}
}
