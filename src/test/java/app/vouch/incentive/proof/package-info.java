@NullMarked
package app.vouch.incentive.proof;

import org.jspecify.annotations.NullMarked;
