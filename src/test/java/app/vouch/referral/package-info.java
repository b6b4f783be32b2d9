@NullMarked
package app.vouch.referral;

import org.jspecify.annotations.NullMarked;
