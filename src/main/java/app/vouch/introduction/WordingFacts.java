package app.vouch.introduction;

/**
 * What a party must know beside who asks and why.
 *
 * @param program its name
 * @param rewarded whether the connector may be rewarded
 * @param asksAddress whether a yes needs the reader's address
 */
record WordingFacts(String program, boolean rewarded, boolean asksAddress) {}
