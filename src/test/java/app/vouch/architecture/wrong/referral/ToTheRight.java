package app.vouch.architecture.wrong.referral;

/** Is to the right. */
public class ToTheRight {}
