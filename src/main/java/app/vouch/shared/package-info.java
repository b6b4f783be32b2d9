/** Values and rules of speech that every context uses: ids, money, time, refusals, pages. */
@NullMarked
package app.vouch.shared;

import org.jspecify.annotations.NullMarked;
