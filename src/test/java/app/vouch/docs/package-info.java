/** Tests that keep generated documents equal to the code. */
@NullMarked
package app.vouch.docs;

import org.jspecify.annotations.NullMarked;
