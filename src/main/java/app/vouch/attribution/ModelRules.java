package app.vouch.attribution;

import app.vouch.program.AttributionModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How a model shares a deal among its touchpoints. Pure: from the number of touchpoints, which are
 * in order, to one exact share each; the shares sum to one.
 */
final class ModelRules {
  /** Of every model's rule; a changed rule gets a new number and the old one stays. */
  static final int VERSION = 1;

  /**
   * @param touches at least one
   */
  static List<Share> shares(AttributionModel model, int touches) {
    return switch (model) {
      case FIRST_TOUCH -> allTo(0, touches);
      case LAST_TOUCH -> allTo(touches - 1, touches);
      case LINEAR -> Collections.nCopies(touches, Share.of(1, touches));
    };
  }

  /** The rule in words, for explanations. */
  static String words(AttributionModel model) {
    return switch (model) {
      case FIRST_TOUCH -> "all to the first touchpoint";
      case LAST_TOUCH -> "all to the last touchpoint";
      case LINEAR -> "the same to each touchpoint";
    };
  }

  private static List<Share> allTo(int winner, int touches) {
    List<Share> shares = new ArrayList<>(Collections.nCopies(touches, Share.NONE));
    shares.set(winner, Share.WHOLE);
    return List.copyOf(shares);
  }

  private ModelRules() {}
}
