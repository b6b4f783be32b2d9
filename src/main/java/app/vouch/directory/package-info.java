/** People and organizations: who we know about, and under which names other systems know them. */
@NullMarked
package app.vouch.directory;

import org.jspecify.annotations.NullMarked;
