@NullMarked
package app.vouch.platform.job;

import org.jspecify.annotations.NullMarked;
