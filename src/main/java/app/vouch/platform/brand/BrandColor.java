package app.vouch.platform.brand;

import java.util.Locale;

/**
 * An sRGB colour.
 *
 * @param text {@code #rrggbb}
 */
record BrandColor(String text) {
  static final String PATTERN = "#[0-9A-Fa-f]{6}";

  /** WCAG 2.2, success criterion 1.4.3, for text of any size. */
  static final double READABLE = 4.5;

  private static final int RED = 1;
  private static final int GREEN = 3;
  private static final int BLUE = 5;

  BrandColor {
    text = text.toLowerCase(Locale.ROOT);
  }

  /** Contrast against white, from 1 to 21, as WCAG 2.2 defines it. */
  double contrastOnWhite() {
    double luminance = 0.2126 * linear(RED) + 0.7152 * linear(GREEN) + 0.0722 * linear(BLUE);
    return 1.05 / (luminance + 0.05);
  }

  boolean isReadableOnWhite() {
    return contrastOnWhite() >= READABLE;
  }

  private double linear(int start) {
    double channel = Integer.parseInt(text.substring(start, start + 2), 16) / 255.0;
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
