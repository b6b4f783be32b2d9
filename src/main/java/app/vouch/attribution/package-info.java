/** Who is credited for a deal: touchpoints, models, frozen results. */
@NullMarked
package app.vouch.attribution;

import org.jspecify.annotations.NullMarked;
