@NullMarked
package app.vouch.platform.mail;

import org.jspecify.annotations.NullMarked;
