package app.vouch.attribution;

import app.vouch.deal.DealService;
import app.vouch.deal.DealView;
import app.vouch.platform.access.Needs;
import app.vouch.platform.access.Scope;
import app.vouch.program.ReferrerService;
import app.vouch.program.ReferrerView;
import app.vouch.shared.IdType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Attributions and what hangs on them, in GraphQL; a fixed number of queries for a list. */
@GraphQLApi
public class AttributionFields {
  private final AttributionService attributions;
  private final DealService deals;
  private final ReferrerService referrers;

  AttributionFields(AttributionService attributions, DealService deals, ReferrerService referrers) {
    this.attributions = attributions;
    this.deals = deals;
    this.referrers = referrers;
  }

  @Needs(Scope.ATTRIBUTIONS_READ)
  @Description("Who is credited for the deal, as it stands.")
  public List<@Nullable AttributionView> attribution(@Source List<DealView> parents) {
    Map<UUID, AttributionView> found =
        attributions.ofDeals(parents.stream().map(d -> dealId(d.id())).distinct().toList());
    return parents.stream().<@Nullable AttributionView>map(d -> found.get(dealId(d.id()))).toList();
  }

  @Needs(Scope.DEALS_READ)
  @Description("The deal that is shared out.")
  public List<@Nullable DealView> deal(@Source List<AttributionView> parents) {
    Map<UUID, DealView> found =
        deals.byIds(parents.stream().map(a -> dealId(a.dealId())).distinct().toList());
    return parents.stream().<@Nullable DealView>map(a -> found.get(dealId(a.dealId()))).toList();
  }

  @Needs(Scope.REFERRERS_READ)
  @Description("Who is credited.")
  public List<@Nullable ReferrerView> referrer(@Source List<CreditView> parents) {
    Map<UUID, ReferrerView> found =
        referrers.byIds(parents.stream().map(AttributionFields::referrerId).distinct().toList());
    return parents.stream().<@Nullable ReferrerView>map(c -> found.get(referrerId(c))).toList();
  }

  private static UUID dealId(String id) {
    return IdType.DEAL.inPath(id);
  }

  private static UUID referrerId(CreditView credit) {
    return IdType.REFERRER.inPath(credit.referrerId());
  }
}
