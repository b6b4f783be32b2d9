package app.vouch.platform.due;

import app.vouch.platform.access.RequestContext;
import app.vouch.platform.persistence.Reads;
import app.vouch.shared.IdType;
import app.vouch.shared.Page;
import app.vouch.shared.Page.PageInfo;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is due and overdue. Each kind is read in its own order, one page of it, and the pages are
 * merged: the list has an end and a place to go on from, and no second copy of the truth.
 */
@ApplicationScoped
public class DueItemService {
  private final List<DueSource> sources;
  private final RequestContext request;
  private final Clock clock;

  DueItemService(@All List<DueSource> sources, RequestContext request, Clock clock) {
    this.sources = sources;
    this.request = request;
    this.clock = clock;
  }

  /** An item with its place. */
  private record Placed(DuePlace place, Due due) {}

  /**
   * The earliest due first. Kinds that the key may not read are left out, unless one is asked for.
   *
   * @param limit how many at most
   * @param after the cursor that the page before ended with
   * @throws app.vouch.shared.Refusal.Rule {@code missing-scope} when the key may not read the kind
   *     that is asked for
   */
  @Reads
  public Page<DueItemView> list(int limit, @Nullable String after, DueItemFilter filter) {
    DuePlace from = after == null ? null : DuePlace.decode(after);
    Instant now = clock.instant();
    List<Placed> found =
        kinds(filter)
            .flatMap(kind -> read(kind, range(kind, from, filter.overdue(), now, limit + 1)))
            .sorted(Comparator.comparing(Placed::place))
            .limit(limit + 1L)
            .toList();
    boolean more = found.size() > limit;
    List<Placed> kept = more ? found.subList(0, limit) : found;
    return new Page<>(
        kept.stream().map(placed -> view(placed, now)).toList(),
        new PageInfo(more ? kept.getLast().place().encode() : null, more));
  }

  /** The cursor of an item. */
  static String cursor(DueItemView item) {
    UUID resource = item.kind().resource().inPath(item.resourceId());
    return new DuePlace(item.dueAt(), resource, item.kind()).encode();
  }

  private Stream<DueKind> kinds(DueItemFilter filter) {
    if (filter.kind() != null) {
      request.requireScope(filter.kind().scope());
      return Stream.of(filter.kind());
    }
    return Stream.of(DueKind.values()).filter(kind -> request.hasScope(kind.scope()));
  }

  private static DueRange range(
      DueKind kind, @Nullable DuePlace from, @Nullable Boolean overdue, Instant now, int limit) {
    return new DueRange(
        from == null ? null : from.dueAt(),
        from == null ? null : from.resource(),
        from != null && kind.compareTo(from.kind()) > 0,
        Boolean.FALSE.equals(overdue) ? now : null,
        Boolean.TRUE.equals(overdue) ? now : null,
        limit);
  }

  private Stream<Placed> read(DueKind kind, DueRange range) {
    List<Placed> rows = new ArrayList<>();
    for (DueSource source : sources) {
      if (source.kinds().contains(kind)) {
        for (Due due : source.due(kind, range)) {
          rows.add(new Placed(new DuePlace(due.dueAt(), due.resource(), kind), due));
        }
      }
    }
    return rows.stream();
  }

  private static DueItemView view(Placed placed, Instant now) {
    Due due = placed.due();
    DueKind kind = placed.place().kind();
    return new DueItemView(
        kind,
        kind.resource().format(due.resource()),
        IdType.REFERRAL.formatNullable(due.referral()),
        due.dueAt(),
        !due.dueAt().isAfter(now));
  }
}
