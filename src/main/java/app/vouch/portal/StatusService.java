package app.vouch.portal;

import app.vouch.incentive.RewardService;
import app.vouch.incentive.RewardView;
import app.vouch.incentive.recognition.RecognitionService;
import app.vouch.incentive.recognition.RecognitionView;
import app.vouch.platform.brand.BrandingService;
import app.vouch.platform.page.PageAnswer;
import app.vouch.platform.page.PageFrame;
import app.vouch.platform.page.PageNonce;
import app.vouch.platform.page.PageNonce.Verdict;
import app.vouch.platform.page.Visitor;
import app.vouch.platform.page.Words;
import app.vouch.portal.PageLinkService.Opened;
import app.vouch.program.ProgramService;
import app.vouch.referral.CoarseStatus;
import app.vouch.referral.ReferralFilter;
import app.vouch.referral.ReferralService;
import app.vouch.referral.ReferralView;
import app.vouch.shared.AmountView;
import app.vouch.shared.Cursor;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import app.vouch.shared.Refusal;
import app.vouch.shared.Sha256;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a referrer's referrals and rewards stand: coarsely, and theirs only. */
@ApplicationScoped
class StatusService {
  private static final int PER_PAGE = 50;

  private final PageLinkService links;
  private final ReferralService referrals;
  private final RewardService rewards;
  private final RecognitionService recognitions;
  private final ProgramService programs;
  private final BriefService briefs;
  private final TermsService terms;
  private final PageNonce nonces;
  private final BrandingService brands;

  StatusService(
      PageLinkService links,
      ReferralService referrals,
      RewardService rewards,
      RecognitionService recognitions,
      ProgramService programs,
      BriefService briefs,
      TermsService terms,
      PageNonce nonces,
      BrandingService brands) {
    this.links = links;
    this.referrals = referrals;
    this.rewards = rewards;
    this.recognitions = recognitions;
    this.programs = programs;
    this.briefs = briefs;
    this.terms = terms;
    this.nonces = nonces;
    this.brands = brands;
  }

  /**
   * @param cursor where the page starts; the newest when it is none of ours
   */
  PageAnswer show(String text, @Nullable String cursor, Visitor visitor) {
    return answer(text, link -> page(link, text, start(cursor), null, visitor));
  }

  /**
   * The form below the terms came back.
   *
   * @param version whose box was ticked
   */
  PageAnswer accept(
      String text, @Nullable String version, @Nullable String nonce, Visitor visitor) {
    return answer(
        text,
        link -> {
          PageFrame frame = PageFrame.of(visitor, brands.brand());
          TermsPart due = terms.part(link, frame);
          if (due == null) {
            return page(link, text, Cursor.START, null, visitor);
          }
          PortalWords words = Words.in(frame.language(), PortalWords.class);
          Verdict verdict = nonces.check(nonce, link.hash(), wording(due));
          String error =
              switch (verdict) {
                case BAD -> words.checkAgain();
                case EARLY -> words.tooQuick();
                case GOOD -> due.version().equals(version) ? null : words.termsMissing();
              };
          if (error == null) {
            terms.accept(link, due, visitor);
          }
          return page(link, text, Cursor.START, error, visitor);
        });
  }

  private static byte[] wording(TermsPart shown) {
    return Sha256.of(shown.wording());
  }

  private PageAnswer answer(String text, Function<Opened, PageAnswer> page) {
    Optional<PageLinkRepository.Owner> owner = links.enter(text);
    if (owner.isEmpty()) {
      return new PageAnswer.Closed(true);
    }
    return links
        .open(owner.get(), PageLinkKind.STATUS)
        .filter(Opened::mayLook)
        .map(page)
        .orElse(new PageAnswer.Closed(false));
  }

  private static Cursor start(@Nullable String cursor) {
    try {
      return cursor == null ? Cursor.START : Cursor.decode(cursor);
    } catch (Refusal.Invalid notOurs) {
      return Cursor.START;
    }
  }

  private PageAnswer page(
      Opened link, String text, Cursor from, @Nullable String error, Visitor visitor) {
    return QuarkusTransaction.requiringNew()
        .call(() -> page(link, text, new PageRequest(PER_PAGE, from), error, visitor));
  }

  private PageAnswer page(
      Opened link, String text, PageRequest wanted, @Nullable String error, Visitor visitor) {
    PageFrame frame = PageFrame.of(visitor, brands.brand());
    Page<ReferralView> found =
        referrals.list(wanted, new ReferralFilter(null, null, link.view().id(), null, null, null));
    List<UUID> ids =
        found.data().stream().map(referral -> IdType.REFERRAL.inPath(referral.id())).toList();
    Map<UUID, List<RewardView>> earned = rewards.ofReferrals(ids);
    String payee = IdType.PERSON.format(link.referrer().personId());
    List<StatusPage.Item> items =
        found.data().stream()
            .map(
                referral ->
                    item(
                        referral,
                        earned
                            .getOrDefault(IdType.REFERRAL.inPath(referral.id()), List.of())
                            .stream()
                            .filter(reward -> reward.payeeId().equals(payee))
                            .toList(),
                        frame))
            .toList();
    String next = found.page().nextCursor();
    TermsPart due = terms.part(link, frame);
    return new PageAnswer.Page(
        frame,
        PortalPages.status(
            new StatusPage(
                link.referrer().name(),
                items,
                level(link.view().id()),
                briefs.link(link, text, frame),
                next == null ? null : frame.query() + "&cursor=" + next,
                due == null ? null : due.withError(error),
                due == null ? "" : nonces.make(link.hash(), wording(due)),
                frame.query())));
  }

  private StatusPage.@Nullable Level level(String referrer) {
    RecognitionView reached = recognitions.get(referrer);
    if (reached.tier() == 0 && reached.nextFrom() == null) {
      return null;
    }
    String name = reached.name() == null ? Integer.toString(reached.tier()) : reached.name();
    return new StatusPage.Level(
        reached.tier() == 0 ? null : name,
        reached.benefits(),
        reached.counted(),
        reached.nextFrom());
  }

  private StatusPage.Item item(ReferralView referral, List<RewardView> earned, PageFrame frame) {
    PortalWords words = Words.in(frame.language(), PortalWords.class);
    UUID version = IdType.PROGRAM_VERSION.inPath(referral.programVersionId());
    ZoneId zone = programs.version(version).settings().zone();
    var organization = referral.prospect().organization();
    return new StatusPage.Item(
        referral.prospect().name(),
        organization == null ? null : organization.name(),
        status(referral.coarseStatus(), words),
        frame.day(referral.receivedAt(), zone),
        frame.day(referral.updatedAt(), zone),
        earned.stream()
            .map(
                reward -> new StatusPage.Earned(amount(reward, frame, words), state(reward, words)))
            .toList());
  }

  private static String amount(RewardView reward, PageFrame frame, PortalWords words) {
    AmountView given = reward.amount();
    if (given == null) {
      return words.amountUnknown();
    }
    Locale locale = frame.language().locale();
    return switch (reward.kind()) {
      case MONEY, CREDIT -> money(given, locale);
      case POINTS -> words.points(number(given, locale));
      case GIFT -> times(given, words.gift(), locale);
      case DONATION -> times(given, words.donation(), locale);
      case RECOGNITION -> times(given, words.recognition(), locale);
    };
  }

  private static String times(AmountView given, String word, Locale locale) {
    return given.number().equals("1") ? word : number(given, locale) + " × " + word;
  }

  private static String number(AmountView given, Locale locale) {
    return NumberFormat.getIntegerInstance(locale).format(new BigDecimal(given.number()));
  }

  private static String money(AmountView given, Locale locale) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    BigDecimal amount = new BigDecimal(given.number());
    format.setCurrency(Currency.getInstance(given.code()));
    format.setMinimumFractionDigits(amount.scale());
    format.setMaximumFractionDigits(amount.scale());
    return format.format(amount);
  }

  private static String status(CoarseStatus status, PortalWords words) {
    return switch (status) {
      case RECEIVED -> words.received();
      case IN_CONTACT -> words.inContact();
      case PROMISING -> words.promising();
      case WON -> words.won();
      case CLOSED -> words.closed();
    };
  }

  private static String state(RewardView reward, PortalWords words) {
    return switch (reward.state()) {
      case PENDING -> words.rewardPending();
      case APPROVED -> words.rewardApproved();
      case AVAILABLE -> words.rewardAvailable();
      case PAID -> words.rewardPaid();
      case FULFILLED -> words.rewardFulfilled();
      case HELD -> words.rewardHeld();
      case DENIED -> words.rewardDenied();
      case REVERSED -> words.rewardReversed();
      case EXPIRED -> words.rewardExpired();
    };
  }
}
