package app.vouch.program.template;

import app.vouch.platform.brand.Brand;
import app.vouch.platform.brand.BrandingService;
import app.vouch.platform.page.Words;
import app.vouch.platform.work.CommandValidation;
import app.vouch.shared.FieldError;
import app.vouch.shared.Language;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What can be done with templates before they are in a program. */
@ApplicationScoped
public class TemplateService {
  private final BrandingService brands;
  private final CommandValidation validation;

  TemplateService(BrandingService brands, CommandValidation validation) {
    this.brands = brands;
    this.validation = validation;
  }

  /**
   * Renders a template with sample values; stores nothing.
   *
   * @throws Refusal.Invalid naming every unknown variable and everything that cannot be read, with
   *     its place
   */
  public TemplatePreviewView preview(PreviewTemplate command) {
    validation.check(command);
    List<FieldError> faults =
        TemplateCheck.faults("", command.kind(), command.subject(), command.text());
    if (!faults.isEmpty()) {
      throw new Refusal.Invalid(faults);
    }
    Brand brand = brands.brand();
    Language language = Objects.requireNonNullElse(command.language(), brand.defaultLanguage());
    DefaultTemplates.Text template =
        MessageWriter.template(
            command.kind(),
            language,
            List.of(
                new MessageTemplate(command.kind(), language, command.subject(), command.text())));
    MessageWriter.Written written = MessageWriter.write(template, samples(brand, language));
    return new TemplatePreviewView(
        command.kind(),
        language,
        written.subject(),
        written.text(),
        names(used(template)),
        names(command.kind().variables()));
  }

  private static Set<TemplateVariable> used(DefaultTemplates.Text template) {
    Set<TemplateVariable> used = EnumSet.noneOf(TemplateVariable.class);
    used.addAll(SandboxedText.of(template.subject()).variables());
    used.addAll(SandboxedText.of(template.text()).variables());
    return used;
  }

  private static List<String> names(Collection<TemplateVariable> variables) {
    return variables.stream().map(TemplateVariable::text).toList();
  }

  private static Map<TemplateVariable, String> samples(Brand brand, Language language) {
    TemplateWords words = Words.in(language, TemplateWords.class);
    Map<TemplateVariable, String> samples = new EnumMap<>(TemplateVariable.class);
    for (TemplateVariable variable : TemplateVariable.values()) {
      samples.put(
          variable,
          switch (variable) {
            case CONNECTOR, REFERRER -> "Kim Partner";
            case PROSPECT -> "Ann Lee";
            case REQUESTER -> "Sam Seller";
            case REQUESTER_CONTACT -> "sam@seller.example";
            case TENANT -> brand.name();
            case SUBJECT -> words.sampleSubject();
            case CONTEXT -> words.sampleContext();
            case LINK -> "https://vouch.example/i/sample";
            case DISCLOSURE -> words.disclosure("Kim Partner", brand.name());
            case STATUS -> words.sampleStatus();
          });
    }
    return samples;
  }
}
