/** The kit of hosted pages: links' secrets, languages, brand, headers, and a limit for guessing. */
@NullMarked
package app.vouch.platform.page;

import org.jspecify.annotations.NullMarked;
