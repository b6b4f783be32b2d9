package app.vouch.deal;

import java.util.List;

/** A step between two states of a deal. One write may take two: lost, then won, in one poll. */
enum DealMove {
  WIN,
  LOSE,
  REOPEN;

  /** What happened on the way from one status to the other; a new deal starts open. */
  static List<DealMove> between(DealStatus before, DealStatus after) {
    if (before == after) {
      return List.of();
    }
    return switch (after) {
      case OPEN -> List.of(REOPEN);
      case WON -> before == DealStatus.OPEN ? List.of(WIN) : List.of(REOPEN, WIN);
      case LOST -> before == DealStatus.OPEN ? List.of(LOSE) : List.of(REOPEN, LOSE);
    };
  }
}
