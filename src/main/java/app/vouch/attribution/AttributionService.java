package app.vouch.attribution;

import app.vouch.deal.DealFacts;
import app.vouch.deal.DealService;
import app.vouch.deal.DealStatus;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with attributions. */
@ApplicationScoped
public class AttributionService {
  private final AttributionRepository attributions;
  private final Attributions engine;
  private final AttributionExplainer explainer;
  private final DealService deals;
  private final Work work;

  AttributionService(
      AttributionRepository attributions,
      Attributions engine,
      AttributionExplainer explainer,
      DealService deals,
      Work work) {
    this.attributions = attributions;
    this.engine = engine;
    this.explainer = explainer;
    this.deals = deals;
    this.work = work;
  }

  /**
   * Computes a won deal's credits again. Where nothing has changed, the version that stands is the
   * answer.
   *
   * @throws Refusal.NotFound when the tenant has no such deal
   * @throws Refusal.Rule {@code deal-not-won}, or {@code nothing-to-attribute} when no referral was
   *     ever linked to it
   */
  public Answer<AttributionView> compute(ComputeAttribution command) {
    return work.write(
        "computeAttribution",
        command,
        AttributionView.class,
        () -> Answer.done(computeNow(command)));
  }

  private AttributionView computeNow(ComputeAttribution command) {
    UUID dealId = IdType.DEAL.inPath(deals.get(command.id()).id());
    DealFacts deal = deals.hold(dealId);
    if (deal.status() != DealStatus.WON) {
      throw new Refusal.Rule(
          ProblemType.DEAL_NOT_WON,
          "the deal is %s; credits are computed once it is won".formatted(deal.status()));
    }
    return engine
        .credit(deal, AttributionCause.REQUESTED)
        .orElseThrow(
            () ->
                new Refusal.Rule(
                    ProblemType.NOTHING_TO_ATTRIBUTE,
                    "no referral is linked to the deal; link one first"));
  }

  /**
   * A version of an attribution.
   *
   * @param version the one that stands when null
   * @throws Refusal.NotFound when the tenant has no such attribution or version
   */
  @Reads
  public AttributionView get(String id, @Nullable Integer version) {
    return views(List.of(frozen(id, version))).getFirst();
  }

  /**
   * Why it is what it is.
   *
   * @throws Refusal.NotFound when the tenant has no such attribution or version
   */
  @Reads
  public AttributionExplanation explanation(String id, @Nullable Integer version) {
    FrozenAttribution frozen = frozen(id, version);
    return explainer.explain(frozen, views(List.of(frozen)).getFirst());
  }

  private FrozenAttribution frozen(String reference, @Nullable Integer version) {
    UUID id = IdType.ATTRIBUTION.inPath(reference);
    Attribution head = attributions.findById(id);
    if (head == null) {
      throw new Refusal.NotFound(IdType.ATTRIBUTION, reference);
    }
    return attributions
        .version(id, version == null ? head.version() : version)
        .orElseThrow(
            () ->
                new Refusal.NotFound(
                    "the attribution has no version %s; the latest is %d"
                        .formatted(version, head.version())));
  }

  /**
   * Every version of a deal's attribution, the newest first.
   *
   * @throws Refusal.NotFound when the tenant has no such deal
   */
  @Reads
  public Page<AttributionView> list(String deal, PageRequest page) {
    UUID dealId = IdType.DEAL.inPath(deals.get(deal).id());
    return Page.of(
        attributions.versions(dealId, before(page.after()), page.limit()),
        page.limit(),
        frozen -> cursor(frozen.version()),
        this::views);
  }

  /** Versions of one deal are listed, so the version is the key. */
  static Cursor cursor(int version) {
    return new Cursor(new UUID(0, version));
  }

  private static int before(Cursor cursor) {
    long version = cursor.id().getLeastSignificantBits();
    return version < 0 || version > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) version;
  }

  /** The versions that stand, by id, in two queries; what does not exist is left out. */
  @Reads
  public Map<UUID, AttributionView> byIds(Collection<UUID> wanted) {
    Map<UUID, AttributionView> found = new LinkedHashMap<>();
    views(attributions.standing(wanted))
        .forEach(v -> found.put(IdType.ATTRIBUTION.inPath(v.id()), v));
    return found;
  }

  /** The versions that stand, by deal, in two queries; deals without one are left out. */
  @Reads
  public Map<UUID, AttributionView> ofDeals(Collection<UUID> dealIds) {
    Map<UUID, AttributionView> found = new LinkedHashMap<>();
    views(attributions.standingOf(dealIds))
        .forEach(v -> found.put(IdType.DEAL.inPath(v.dealId()), v));
    return found;
  }

  /**
   * What stands of every deal that credits the referral. Held until the transaction ends, so that
   * no credit goes meanwhile.
   */
  @Transactional(TxType.MANDATORY)
  public List<AttributionFacts> holdCrediting(UUID referralId) {
    return attributions.dealsCrediting(referralId).stream()
        .map(engine::holdFacts)
        .flatMap(Optional::stream)
        .toList();
  }

  /** What stands of a deal, held until the transaction ends; empty where nothing was credited. */
  @Transactional(TxType.MANDATORY)
  public Optional<AttributionFacts> hold(UUID dealId) {
    return engine.holdFacts(dealId);
  }

  /** What stands of a deal, to look at only; empty where nothing was credited. */
  @Reads
  public Optional<AttributionFacts> standing(UUID dealId) {
    return engine.standing(dealId);
  }

  private List<AttributionView> views(List<FrozenAttribution> rows) {
    List<Credit> credits = attributions.creditsOf(rows);
    return rows.stream().map(row -> Attributions.view(row, credits)).toList();
  }
}
