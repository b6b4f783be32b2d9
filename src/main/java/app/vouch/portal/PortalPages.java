package app.vouch.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages; names and parameters are checked when the service is built. */
@CheckedTemplate(basePath = "portal")
final class PortalPages {
  static native TemplateInstance brief(BriefPage page);

  static native TemplateInstance form(FormPage page);

  static native TemplateInstance outcome(OutcomePage page);

  static native TemplateInstance status(StatusPage page);

  private PortalPages() {}
}
