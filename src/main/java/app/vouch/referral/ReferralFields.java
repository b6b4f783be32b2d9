package app.vouch.referral;

import app.vouch.deal.DealService;
import app.vouch.deal.DealView;
import app.vouch.directory.PersonService;
import app.vouch.directory.PersonView;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.platform.due.DueItemView;
import app.vouch.platform.journal.Journal;
import app.vouch.platform.journal.JournalEntryView;
import app.vouch.program.ProgramVersionService;
import app.vouch.program.ProgramVersionView;
import app.vouch.program.ReferrerService;
import app.vouch.program.ReferrerView;
import app.vouch.shared.IdType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What hangs on a referral in GraphQL; each field takes a fixed number of queries for a list. */
@GraphQLApi
public class ReferralFields {
  private final ReferralService referrals;
  private final ReferrerService referrers;
  private final PersonService people;
  private final ProgramVersionService versions;
  private final DealService deals;
  private final Journal journal;

  ReferralFields(
      ReferralService referrals,
      ReferrerService referrers,
      PersonService people,
      ProgramVersionService versions,
      DealService deals,
      Journal journal) {
    this.referrals = referrals;
    this.referrers = referrers;
    this.people = people;
    this.versions = versions;
    this.deals = deals;
    this.journal = journal;
  }

  @Needs(Scope.REFERRERS_READ)
  @Description("Who referred.")
  public List<@Nullable ReferrerView> referrer(@Source List<ReferralView> parents) {
    return each(parents, r -> id(IdType.REFERRER, r.referrer().id()), referrers::byIds);
  }

  @Needs(Scope.PEOPLE_READ)
  @Description("Who was referred.")
  public List<@Nullable PersonView> prospect(@Source List<ReferralView> parents) {
    return each(parents, r -> id(IdType.PERSON, r.prospect().id()), people::byIds);
  }

  @Needs(Scope.PROGRAMS_READ)
  @Description("The rules that apply to it for ever.")
  public List<@Nullable ProgramVersionView> programVersion(@Source List<ReferralView> parents) {
    return each(parents, r -> id(IdType.PROGRAM_VERSION, r.programVersionId()), versions::byIds);
  }

  @Needs(Scope.DEALS_READ)
  @Description("The deals that came of it, the oldest link first.")
  public List<@NonNull List<@NonNull DealView>> deals(@Source List<ReferralView> parents) {
    Map<UUID, List<UUID>> links =
        referrals.dealsOf(parents.stream().map(ReferralFields::id).toList());
    Map<UUID, DealView> found =
        deals.byIds(links.values().stream().flatMap(List::stream).distinct().toList());
    return parents.stream()
        .map(
            r ->
                links.getOrDefault(id(r), List.of()).stream()
                    .map(found::get)
                    .filter(Objects::nonNull)
                    .toList())
        .toList();
  }

  @Needs(Scope.REFERRALS_READ)
  @Description("What happened to it, the newest first.")
  public List<@NonNull List<@NonNull JournalEntryView>> timeline(
      @Source List<ReferralView> parents) {
    Map<UUID, List<JournalEntryView>> steps =
        journal.timelines(parents.stream().map(ReferralFields::id).toList());
    return parents.stream().map(r -> steps.getOrDefault(id(r), List.of())).toList();
  }

  @Needs(Scope.REFERRALS_READ)
  @Description("The referral that it is about; null until there is one.")
  public List<@Nullable ReferralView> referral(@Source List<DueItemView> items) {
    Map<String, ReferralView> found =
        referrals
            .byIds(
                items.stream()
                    .map(DueItemView::referralId)
                    .filter(Objects::nonNull)
                    .distinct()
                    .map(IdType.REFERRAL::inPath)
                    .toList())
            .values()
            .stream()
            .collect(Collectors.toMap(ReferralView::id, Function.identity()));
    return items.stream()
        .<@Nullable ReferralView>map(i -> i.referralId() == null ? null : found.get(i.referralId()))
        .toList();
  }

  private static UUID id(ReferralView referral) {
    return id(IdType.REFERRAL, referral.id());
  }

  private static UUID id(IdType type, String text) {
    return type.inPath(text);
  }

  private static <V> List<@Nullable V> each(
      List<ReferralView> parents,
      Function<ReferralView, UUID> key,
      Function<List<UUID>, Map<UUID, V>> load) {
    Map<UUID, V> found = load.apply(parents.stream().map(key).distinct().toList());
    return parents.stream().<@Nullable V>map(parent -> found.get(key.apply(parent))).toList();
  }
}
