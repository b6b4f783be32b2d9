/** Introductions: nobody is introduced before both sides have said yes, with proof of it. */
@NullMarked
package app.vouch.introduction;

import org.jspecify.annotations.NullMarked;
