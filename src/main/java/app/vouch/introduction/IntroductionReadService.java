package app.vouch.introduction;

import app.vouch.platform.journal.Journal;
import app.vouch.platform.journal.JournalEntryView;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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
  private final Journal journal;

  IntroductionReadService(
      IntroductionRepository introductions, ConsentRepository consents, Journal journal) {
    this.introductions = introductions;
    this.consents = consents;
    this.journal = journal;
  }

  /**
   * @throws Refusal.NotFound when the tenant has no such introduction
   */
  @Transactional
  public IntroductionView get(String id) {
    return load(id).view();
  }

  /** The newest first. */
  @Transactional
  public Page<IntroductionView> list(PageRequest page, IntroductionFilter filter) {
    return Page.of(
        introductions.page(page, filter.state(), filter.referral()),
        page.limit(),
        i -> new Cursor(i.id()),
        rows -> rows.stream().map(Introduction::view).toList());
  }

  /** By id, in one query; what does not exist is left out. */
  @Transactional
  public Map<UUID, IntroductionView> byIds(List<UUID> wanted) {
    Map<UUID, IntroductionView> found = new LinkedHashMap<>();
    introductions.byIds(wanted).forEach(i -> found.put(i.id(), i.view()));
    return found;
  }

  /** By referral, in one query, the newest first; a referral without any is left out. */
  @Transactional
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
  @Transactional
  public List<ConsentView> consents(String id) {
    return consents.of(load(id).id()).views();
  }

  /** The same for many, in two reads. */
  @Transactional
  public Map<UUID, List<ConsentView>> consentsOf(List<UUID> ids) {
    Map<UUID, List<ConsentView>> found = new LinkedHashMap<>();
    consents.byIntroductions(ids).forEach((id, answers) -> found.put(id, answers.views()));
    return found;
  }

  /**
   * The newest step first.
   *
   * @throws Refusal.NotFound when the tenant has no such introduction
   */
  @Transactional
  public Page<JournalEntryView> timeline(String id, PageRequest page) {
    return journal.timeline(load(id).id(), page);
  }

  private Introduction load(String id) {
    return introductions
        .findByIdOptional(IdType.INTRODUCTION.inPath(id))
        .orElseThrow(() -> new Refusal.NotFound(IdType.INTRODUCTION, id));
  }
}
