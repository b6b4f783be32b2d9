/** Checks of what operators install: the Helm chart and the packaged application. */
@NullMarked
package app.vouch.ops;

import org.jspecify.annotations.NullMarked;
