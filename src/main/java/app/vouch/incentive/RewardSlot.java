package app.vouch.incentive;

import app.vouch.program.RewardRule.Beneficiary;
import java.util.UUID;

/** For what a rule's reward is granted once: a second trigger grants nothing. */
record RewardSlot(UUID referralId, String ruleId, Beneficiary beneficiary) {}
