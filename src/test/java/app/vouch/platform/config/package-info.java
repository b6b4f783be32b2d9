@NullMarked
package app.vouch.platform.config;

import org.jspecify.annotations.NullMarked;
