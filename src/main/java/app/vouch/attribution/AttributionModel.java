package app.vouch.attribution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How a deal is shared among its touchpoints. Pure: from the touchpoints in order to one exact
 * share each, which sum to one.
 */
public enum AttributionModel {
  /** All to the first. */
  FIRST_TOUCH {
    @Override
    List<Share> shares(int touches) {
      return allTo(0, touches);
    }
  },
  /** All to the last. */
  LAST_TOUCH {
    @Override
    List<Share> shares(int touches) {
      return allTo(touches - 1, touches);
    }
  },
  /** The same to each. */
  LINEAR {
    @Override
    List<Share> shares(int touches) {
      return Collections.nCopies(touches, Share.of(1, touches));
    }
  };

  /** Of every model's rule; a changed rule gets a new number and the old one stays. */
  static final int VERSION = 1;

  /**
   * @param touches how many there are, at least one
   * @return as many shares, in the same order
   */
  abstract List<Share> shares(int touches);

  private static List<Share> allTo(int winner, int touches) {
    List<Share> shares = new ArrayList<>(Collections.nCopies(touches, Share.NONE));
    shares.set(winner, Share.WHOLE);
    return List.copyOf(shares);
  }
}
