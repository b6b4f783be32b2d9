package app.vouch.introduction;

import app.vouch.directory.PersonService;
import app.vouch.directory.PersonView;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.referral.ReferralService;
import app.vouch.referral.ReferralView;
import app.vouch.shared.IdType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What hangs on introductions in GraphQL, read in batches. */
@GraphQLApi
public class IntroductionFields {
  private final IntroductionReadService reads;
  private final PersonService people;
  private final ReferralService referrals;

  IntroductionFields(
      IntroductionReadService reads, PersonService people, ReferralService referrals) {
    this.reads = reads;
    this.people = people;
    this.referrals = referrals;
  }

  @Needs(Scope.PEOPLE_READ)
  @Description("Who introduces.")
  public List<PersonView> connector(@Source List<IntroductionView> introductions) {
    return people(introductions, IntroductionView::connectorPersonId);
  }

  @Needs(Scope.PEOPLE_READ)
  @Description("Who is introduced.")
  public List<PersonView> prospect(@Source List<IntroductionView> introductions) {
    return people(introductions, IntroductionView::prospectPersonId);
  }

  private List<PersonView> people(
      List<IntroductionView> introductions, Function<IntroductionView, String> person) {
    List<UUID> ids = introductions.stream().map(person).map(IdType.PERSON::inPath).toList();
    Map<UUID, PersonView> found = people.byIds(ids.stream().distinct().toList());
    return ids.stream().map(found::get).toList();
  }

  @Needs(Scope.REFERRALS_READ)
  @Description("The referral that it is about; null until there is one.")
  public List<@Nullable ReferralView> referral(@Source List<IntroductionView> introductions) {
    Map<UUID, ReferralView> found =
        referrals.byIds(
            introductions.stream()
                .map(IntroductionFields::referralId)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList());
    return introductions.stream()
        .<@Nullable ReferralView>map(i -> found.get(referralId(i)))
        .toList();
  }

  private static @Nullable UUID referralId(IntroductionView introduction) {
    return introduction.referralId() == null
        ? null
        : IdType.REFERRAL.inPath(introduction.referralId());
  }

  @Needs(Scope.CONSENTS_READ)
  @Description("Both parties' answers; the oldest first.")
  public List<List<ConsentView>> consents(@Source List<IntroductionView> introductions) {
    List<UUID> ids = introductions.stream().map(i -> IdType.INTRODUCTION.inPath(i.id())).toList();
    Map<UUID, List<ConsentView>> found = reads.consentsOf(ids);
    return ids.stream().map(found::get).toList();
  }

  @Needs(Scope.INTRODUCTIONS_READ)
  @Description("The introductions around a referral, the newest first.")
  public List<List<IntroductionView>> introductions(@Source List<ReferralView> referrals) {
    List<UUID> ids = referrals.stream().map(r -> IdType.REFERRAL.inPath(r.id())).toList();
    Map<UUID, List<IntroductionView>> found = reads.byReferrals(ids);
    return ids.stream().map(id -> found.getOrDefault(id, List.of())).toList();
  }
}
