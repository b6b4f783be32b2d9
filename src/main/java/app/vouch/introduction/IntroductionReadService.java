package app.vouch.introduction;

import app.vouch.platform.brand.Brand;
import app.vouch.platform.brand.BrandingService;
import app.vouch.platform.journal.Journal;
import app.vouch.platform.journal.JournalEntryView;
import app.vouch.platform.page.PageAnswer;
import app.vouch.platform.page.PageFrame;
import app.vouch.platform.persistence.Reads;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Language;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads introductions, their consents and their timeline. */
@ApplicationScoped
public class IntroductionReadService {
  private final IntroductionRepository introductions;
  private final ConsentRepository consents;
  private final WordingRepository wordings;
  private final IntroductionNames names;
  private final BrandingService brands;
  private final Journal journal;
  private final Clock clock;

  IntroductionReadService(
      IntroductionRepository introductions,
      ConsentRepository consents,
      WordingRepository wordings,
      IntroductionNames names,
      BrandingService brands,
      Journal journal,
      Clock clock) {
    this.introductions = introductions;
    this.consents = consents;
    this.wordings = wordings;
    this.names = names;
    this.brands = brands;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such introduction
   */
  @Reads
  public IntroductionView get(String id) {
    return load(id).view();
  }

  /** The newest first. */
  @Reads
  public Page<IntroductionView> list(PageRequest page, IntroductionFilter filter) {
    return Page.of(
        introductions.page(page, filter.state(), filter.referral()),
        page.limit(),
        i -> new Cursor(i.id()),
        rows -> rows.stream().map(Introduction::view).toList());
  }

  /** By id, in one query; what does not exist is left out. */
  @Reads
  public Map<UUID, IntroductionView> byIds(List<UUID> wanted) {
    Map<UUID, IntroductionView> found = new LinkedHashMap<>();
    introductions.byIds(wanted).forEach(i -> found.put(i.id(), i.view()));
    return found;
  }

  /** By referral, in one query, the newest first; a referral without any is left out. */
  @Reads
  public Map<UUID, List<IntroductionView>> byReferrals(List<UUID> referralIds) {
    return introductions.byReferrals(referralIds).stream()
        .collect(
            Collectors.groupingBy(
                Introduction::referralId,
                Collectors.mapping(Introduction::view, Collectors.toList())));
  }

  /**
   * The answers of both parties, the oldest first.
   *
   * @throws Refusal.NotFound when the tenant has no such introduction
   */
  @Reads
  public List<ConsentView> consents(String id) {
    return consentsOf(List.of(load(id).id())).values().iterator().next();
  }

  /** The same for many, in three reads. */
  @Reads
  public Map<UUID, List<ConsentView>> consentsOf(List<UUID> ids) {
    Map<UUID, List<ConsentView>> found = new LinkedHashMap<>();
    Map<UUID, Consents> given = consents.byIntroductions(ids);
    Map<String, String> texts =
        wordings.texts(given.values().stream().flatMap(Consents::wordingHashes).toList());
    given.forEach((id, answers) -> found.put(id, answers.views(texts)));
    return found;
  }

  /**
   * The same as a page for somebody who has to check them.
   *
   * @throws Refusal.NotFound when the tenant has no such introduction
   */
  @Reads
  public PageAnswer.Page evidence(String id) {
    Introduction introduction = load(id);
    Brand brand = brands.brand();
    IntroductionParties who = names.of(introduction, brand, Language.EN);
    return new PageAnswer.Page(
        new PageFrame(Language.EN, brand, false),
        IntroductionPages.evidence(page(introduction, who, consents(id))));
  }

  private EvidencePage page(
      Introduction introduction, IntroductionParties who, List<ConsentView> consents) {
    return new EvidencePage(
        IdType.INTRODUCTION.format(introduction.id()),
        who.connector(),
        who.prospect(),
        who.requester(),
        clock.instant(),
        consents.stream().map(consent -> EvidencePage.Item.of(consent, who)).toList());
  }

  /**
   * The newest step first.
   *
   * @throws Refusal.NotFound when the tenant has no such introduction
   */
  @Reads
  public Page<JournalEntryView> timeline(String id, PageRequest page) {
    return journal.timeline(load(id).id(), page);
  }

  private Introduction load(String id) {
    return introductions
        .findByIdOptional(IdType.INTRODUCTION.inPath(id))
        .orElseThrow(() -> new Refusal.NotFound(IdType.INTRODUCTION, id));
  }
}
