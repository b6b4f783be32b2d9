package app.vouch.referral;

import app.vouch.platform.persistence.Reads;
import app.vouch.shared.Cursor;
import app.vouch.shared.Page;
import app.vouch.shared.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What waits for a person. */
@ApplicationScoped
public class ReviewItemService {
  private final ReviewItems items;

  ReviewItemService(ReviewItems items) {
    this.items = items;
  }

  /**
   * The newest first.
   *
   * @param resolved null for both
   */
  @Reads
  public Page<ReviewItemView> list(PageRequest page, @Nullable Boolean resolved) {
    return Page.of(
        items.page(page, resolved),
        page.limit(),
        item -> new Cursor(item.id()),
        kept -> kept.stream().map(ReviewItem::view).toList());
  }
}
