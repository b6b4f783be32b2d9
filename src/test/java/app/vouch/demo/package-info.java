/** The main job, played over the public API against the packaged service. */
@NullMarked
package app.vouch.demo;

import org.jspecify.annotations.NullMarked;
