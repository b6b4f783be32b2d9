/** Mail by SMTP: where the server is, what a mail is, and what became of handing one over. */
@NullMarked
package app.vouch.platform.mail;

import org.jspecify.annotations.NullMarked;
