/** What operators set, and what production refuses to start with. */
@NullMarked
package app.vouch.platform.config;

import org.jspecify.annotations.NullMarked;
