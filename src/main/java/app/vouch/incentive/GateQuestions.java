package app.vouch.incentive;

import app.vouch.directory.OrganizationService;
import app.vouch.directory.OrganizationView;
import app.vouch.directory.PersonService;
import app.vouch.directory.PersonView;
import app.vouch.incentive.PayeeSum.Counted;
import app.vouch.program.ProgramSettings;
import app.vouch.program.ProgramSettings.Gates;
import app.vouch.program.ProgramSettings.OfficialGate;
import app.vouch.program.ProgramSettings.PayeeLimit;
import app.vouch.program.ProgramSettings.TaxForm;
import app.vouch.program.RewardRule.Beneficiary;
import app.vouch.referral.ReferralFacts;
import app.vouch.referral.ReferralService;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import app.vouch.shared.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Asks a program's gates about a reward. Changes nothing. */
@ApplicationScoped
class GateQuestions {
  static final String PUBLIC_OFFICIAL = "PUBLIC_OFFICIAL";

  private final RewardRepository rewards;
  private final PayeeDocumentRepository documents;
  private final ReferralService referrals;
  private final OrganizationService organizations;
  private final PersonService people;
  private final Clock clock;

  GateQuestions(
      RewardRepository rewards,
      PayeeDocumentRepository documents,
      ReferralService referrals,
      OrganizationService organizations,
      PersonService people,
      Clock clock) {
    this.rewards = rewards;
    this.documents = documents;
    this.referrals = referrals;
    this.organizations = organizations;
    this.people = people;
    this.clock = clock;
  }

  /** A reward and the rules that it is asked by. */
  private record Question(Reward reward, ProgramSettings settings, GateMoment moment, Instant now) {

    RewardGateView answer(
        Gate gate,
        @Nullable RewardReason held,
        boolean denied,
        @Nullable PayeeDocument document,
        @Nullable String found) {
      return new RewardGateView(
          now,
          moment,
          gate,
          denied ? GateAnswer.DENIED : held == null ? GateAnswer.PASSED : GateAnswer.HELD,
          held,
          null,
          null,
          null,
          null,
          null,
          null,
          document == null ? null : document.publicId(),
          found);
    }

    /** A person who has looked at it is not asked again. */
    @Nullable RewardReason unlessReviewed(boolean asks, RewardReason reason) {
      return asks && !reward.isReviewed() ? reason : null;
    }
  }

  /** One answer of each gate that the program has. */
  List<RewardGateView> ask(Reward reward, ProgramSettings settings, GateMoment moment) {
    Gates gates = settings.gates();
    Question question = new Question(reward, settings, moment, clock.instant());
    List<RewardGateView> answers = new ArrayList<>();
    PayeeLimit limit = gates.payeeLimit();
    if (limit != null) {
      payeeLimit(question, limit).ifPresent(answers::add);
    }
    TaxForm form = gates.taxForm();
    if (form != null) {
      taxForm(question, form).ifPresent(answers::add);
    }
    if (gates.publicOfficials() != OfficialGate.ALLOW) {
      answers.add(publicOfficial(question));
    }
    if (asksAboutTheProspect(gates)) {
      prospect(question, answers);
    }
    return answers;
  }

  private static boolean asksAboutTheProspect(Gates gates) {
    return gates.sameOrganization()
        || gates.circular()
        || !gates.blockedSectors().isEmpty()
        || !gates.blockedCountries().isEmpty();
  }

  private Optional<RewardGateView> payeeLimit(Question question, PayeeLimit limit) {
    Instant since = limit.per().subtractFrom(question.now(), question.settings().zone());
    return sum(
        question,
        new SumGate(
            Gate.PAYEE_LIMIT,
            RewardReason.LIMIT,
            limit.amount(),
            since,
            granted -> limit.per().addTo(granted, question.settings().zone()),
            limit.document()));
  }

  /** Since the year began; all of it leaves the window when the next one begins. */
  private Optional<RewardGateView> taxForm(Question question, TaxForm form) {
    ZonedDateTime year =
        question
            .now()
            .atZone(question.settings().zone())
            .withDayOfYear(1)
            .truncatedTo(ChronoUnit.DAYS);
    Instant next = year.plusYears(1).toInstant();
    return sum(
        question,
        new SumGate(
            Gate.TAX_FORM,
            RewardReason.DOCUMENT,
            form.above(),
            year.toInstant().minus(1, ChronoUnit.MICROS),
            granted -> next,
            form.document()));
  }

  /**
   * @param since what was granted later counts
   * @param leaves when what was granted then is out of the window
   */
  private record SumGate(
      Gate gate,
      RewardReason reason,
      Money limit,
      Instant since,
      UnaryOperator<Instant> leaves,
      String document) {}

  private Optional<RewardGateView> sum(Question question, SumGate gate) {
    Reward reward = question.reward();
    Money amount = reward.worth();
    if (amount == null || !amount.currency().equals(gate.limit().currency())) {
      return Optional.empty();
    }
    List<Counted> counted =
        rewards.standing(reward.payeeId(), amount.currency(), gate.since()).stream()
            .filter(other -> counts(other, reward, gate))
            .map(
                other ->
                    new Counted(
                        gate.leaves().apply(other.createdAt()),
                        Objects.requireNonNull(other.worth())))
            .toList();
    PayeeSum sum = new PayeeSum(gate.limit(), amount, counted);
    PayeeDocument document =
        sum.fits()
            ? null
            : documents.valid(reward.payeeId(), gate.document(), question.now()).orElse(null);
    boolean held = !sum.fits() && document == null;
    return Optional.of(
        new RewardGateView(
            question.now(),
            question.moment(),
            gate.gate(),
            held ? GateAnswer.HELD : GateAnswer.PASSED,
            held ? gate.reason() : null,
            gate.limit().view(),
            sum.counted().view(),
            gate.since(),
            amount.view(),
            held ? sum.fitsFrom().orElse(null) : null,
            gate.document(),
            document == null ? null : document.publicId(),
            null));
  }

  /** What is older or further on than the reward, and not stopped by the same gate itself. */
  private static boolean counts(Reward other, Reward reward, SumGate gate) {
    return !other.id().equals(reward.id())
        && other.worth() != null
        && !other.reasons().contains(gate.reason())
        && (other.id().compareTo(reward.id()) < 0 || other.state().wasAvailable());
  }

  private RewardGateView publicOfficial(Question question) {
    Reward reward = question.reward();
    PayeeDocument says =
        documents.valid(reward.payeeId(), PUBLIC_OFFICIAL, question.now()).orElse(null);
    boolean denies = question.settings().gates().publicOfficials() == OfficialGate.DENY;
    return question.answer(
        Gate.PUBLIC_OFFICIAL,
        question.unlessReviewed(says != null && !denies, RewardReason.REVIEW),
        says != null && denies,
        says,
        null);
  }

  private void prospect(Question question, List<RewardGateView> answers) {
    Gates gates = question.settings().gates();
    ReferralFacts referral = referrals.facts(question.reward().slot().referralId());
    PersonView prospect = person(referral.prospectPersonId());
    String home = home(referral, prospect);
    OrganizationView organization = home == null ? null : organization(home);
    if (!gates.blockedSectors().isEmpty()) {
      String sector = organization == null ? null : organization.sector();
      answers.add(
          question.answer(Gate.SECTOR, null, names(gates.blockedSectors(), sector), null, sector));
    }
    if (!gates.blockedCountries().isEmpty()) {
      String country = country(organization, prospect);
      boolean denied = country != null && gates.blockedCountries().contains(country);
      answers.add(question.answer(Gate.COUNTRY, null, denied, null, country));
    }
    if (gates.sameOrganization()
        && question.reward().slot().beneficiary() == Beneficiary.REFERRER) {
      String works = organizationOf(person(question.reward().payeeId()));
      boolean same = works != null && works.equals(home);
      answers.add(
          question.answer(
              Gate.SAME_ORGANIZATION,
              question.unlessReviewed(same, RewardReason.SELF_REFERRAL),
              false,
              null,
              works));
    }
    if (gates.circular()) {
      UUID back =
          referrals.earlier(referral.prospectPersonId(), referral.referrerPersonId()).orElse(null);
      answers.add(
          question.answer(
              Gate.CIRCULAR,
              question.unlessReviewed(back != null, RewardReason.CIRCULAR),
              false,
              null,
              IdType.REFERRAL.formatNullable(back)));
    }
  }

  private static boolean names(List<String> sectors, @Nullable String sector) {
    return sector != null
        && sectors.stream().map(Texts::nameKey).anyMatch(Texts.nameKey(sector)::equals);
  }

  private static @Nullable String country(
      @Nullable OrganizationView organization, @Nullable PersonView prospect) {
    if (organization != null && organization.country() != null) {
      return organization.country();
    }
    return prospect == null ? null : prospect.country();
  }

  private static @Nullable String home(ReferralFacts referral, @Nullable PersonView prospect) {
    String captured = IdType.ORGANIZATION.formatNullable(referral.organizationId());
    return captured == null ? organizationOf(prospect) : captured;
  }

  private static @Nullable String organizationOf(@Nullable PersonView person) {
    return person == null || person.organization() == null ? null : person.organization().id();
  }

  private @Nullable PersonView person(UUID id) {
    return people.byIds(List.of(id)).get(id);
  }

  private @Nullable OrganizationView organization(String id) {
    UUID known = IdType.ORGANIZATION.inPath(id);
    return organizations.byIds(List.of(known)).get(known);
  }
}
