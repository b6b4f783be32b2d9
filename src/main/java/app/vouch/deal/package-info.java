/** The deal: the CRM's opportunity, mirrored, with what it means and every change of it. */
@NullMarked
package app.vouch.deal;

import org.jspecify.annotations.NullMarked;
