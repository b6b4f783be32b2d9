/** Introductions, under test. */
@NullMarked
package app.vouch.introduction;

import org.jspecify.annotations.NullMarked;
