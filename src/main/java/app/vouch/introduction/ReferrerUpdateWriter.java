package app.vouch.introduction;

import app.vouch.directory.PersonService;
import app.vouch.directory.PersonView;
import app.vouch.directory.Suppressions;
import app.vouch.platform.brand.Brand;
import app.vouch.platform.brand.BrandingService;
import app.vouch.platform.page.Words;
import app.vouch.program.ProgramService;
import app.vouch.program.template.MessageWriter;
import app.vouch.program.template.TemplateVariable;
import app.vouch.referral.CoarseStatus;
import app.vouch.referral.ReferralFacts;
import app.vouch.referral.ReferralService;
import app.vouch.shared.IdType;
import app.vouch.shared.Language;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what a referrer is told: how it stands, in the coarse words that are theirs to know. */
@ApplicationScoped
class ReferrerUpdateWriter {
  private final ReferralService referrals;
  private final PersonService people;
  private final Suppressions suppressions;
  private final BrandingService brands;
  private final ProgramService programs;
  private final Clock clock;

  ReferrerUpdateWriter(
      ReferralService referrals,
      PersonService people,
      Suppressions suppressions,
      BrandingService brands,
      ProgramService programs,
      Clock clock) {
    this.referrals = referrals;
    this.people = people;
    this.suppressions = suppressions;
    this.brands = brands;
    this.programs = programs;
    this.clock = clock;
  }

  /**
   * @param wanted null for the tenant's default language
   * @throws Refusal.Rule {@code message-not-sendable} when there is other news by now, or the
   *     referrer wants no messages
   */
  RenderedMessageView render(ReferrerUpdate update, @Nullable Language wanted) {
    ReferralFacts referral = referrals.facts(update.referralId());
    if (!update.isSendable(referral, clock.instant())
        || suppressions.anyOf(List.of(referral.referrerPersonId()))) {
      throw new Refusal.Rule(
          ProblemType.MESSAGE_NOT_SENDABLE,
          "the message is not to be sent now; the referral is %s by now, and each step has a message of its own"
              .formatted(referral.state()));
    }
    Brand brand = brands.brand();
    Language language = Objects.requireNonNullElse(wanted, brand.defaultLanguage());
    MessageWriter.Written text =
        MessageWriter.write(
            MessageKind.REFERRER_UPDATE.template(),
            language,
            programs.version(referral.programVersionId()).settings().templates(),
            values(referral, brand, Words.in(language, IntroductionWords.class)));
    return new RenderedMessageView(
        IdType.MESSAGE.format(update.id()),
        MessageKind.REFERRER_UPDATE,
        null,
        IdType.REFERRAL.format(referral.id()),
        RecipientRole.REFERRER,
        IdType.PERSON.format(referral.referrerPersonId()),
        language,
        text.subject(),
        text.text(),
        null,
        null,
        null,
        Map.of(),
        false,
        update.expiresAt());
  }

  private Map<TemplateVariable, String> values(
      ReferralFacts referral, Brand brand, IntroductionWords words) {
    Map<UUID, PersonView> found =
        people.byIds(List.of(referral.referrerPersonId(), referral.prospectPersonId()));
    return Map.of(
        TemplateVariable.REFERRER, name(found.get(referral.referrerPersonId()), words),
        TemplateVariable.PROSPECT, name(found.get(referral.prospectPersonId()), words),
        TemplateVariable.TENANT, brand.name(),
        TemplateVariable.STATUS, status(referral.state().coarse(), words));
  }

  private static String name(@Nullable PersonView person, IntroductionWords words) {
    return person == null ? words.nobody() : person.name();
  }

  private static String status(CoarseStatus status, IntroductionWords words) {
    return switch (status) {
      case RECEIVED -> words.statusReceived();
      case IN_CONTACT -> words.statusInContact();
      case PROMISING -> words.statusPromising();
      case WON -> words.statusWon();
      case CLOSED -> words.statusClosed();
    };
  }
}
