package app.vouch.platform.graphql;

import java.util.regex.Pattern;

/** Numbers that are short to write and long to compute. */
final class Numbers {
  static final String BOUNDS =
      "has a number with more digits, or a larger exponent, than this API has use for";

  private static final Pattern HUGE_EXPONENT = Pattern.compile("[eE][+-]?0*[1-9][0-9]{3,}$");

  static boolean isHuge(String number) {
    return HUGE_EXPONENT.matcher(number).find();
  }

  private Numbers() {}
}
