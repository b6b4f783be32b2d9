package app.vouch.incentive;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages; names and parameters are checked when the service is built. */
@CheckedTemplate(basePath = "incentive")
final class StatementPages {
  static native TemplateInstance statement(StatementPage page);

  private StatementPages() {}
}
