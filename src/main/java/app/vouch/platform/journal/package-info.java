/** What happened to a resource, step by step. */
@NullMarked
package app.vouch.platform.journal;

import org.jspecify.annotations.NullMarked;
