package app.vouch.introduction;

import app.vouch.program.ProgramSettings.Sending;

/**
 * What a party must know beside who asks and why.
 *
 * @param sending who writes to the prospect
 * @param program its name
 * @param rewarded whether the connector may be rewarded
 * @param asksAddress whether a yes needs the reader's address
 */
record WordingFacts(Sending sending, String program, boolean rewarded, boolean asksAddress) {}
