/** Hosted pages as people meet them: in a real browser, on a phone, by keyboard. */
@NullMarked
package app.vouch.browser;

import org.jspecify.annotations.NullMarked;
