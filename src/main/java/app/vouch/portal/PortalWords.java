package app.vouch.portal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The fixed words of referrers' pages. */
@MessageBundle(value = "portal", locale = "en")
public interface PortalWords {
  @Message("Refer somebody to {tenant}")
  String formTitle(String tenant);

  @Message("Name somebody who would be glad to hear from {tenant}. They learn who named them.")
  String formText(String tenant);

  @Message("Their name")
  String name();

  @Message("Their e-mail address")
  String email();

  @Message("At work, such as ann@company.com")
  String emailHint();

  @Message("Where they work")
  String organization();

  @Message("Why would they care? (optional)")
  String reason();

  @Message("One or two sentences are enough")
  String reasonHint();

  @Message("Send")
  String send();

  @Message("Enter a name")
  String nameMissing();

  @Message("Enter the organization where they work")
  String orgMissing();

  @Message("Enter an e-mail address such as ann@company.com")
  String emailWrong();

  @Message("Enter somebody else’s e-mail address, not your own")
  String emailOwn();

  @Message("Use at most {most} characters")
  String tooLong(int most);

  @Message("Please correct this:")
  String correct();

  @Message("Please check what you typed and send it again.")
  String checkAgain();

  @Message("That was quick. Please check what you typed and send it again.")
  String tooQuick();

  @Message("This form was sent before with other words. Please check it and send it again.")
  String sentBefore();

  @Message("It could not be sent just now. Please send it again in a moment.")
  String tryAgain();

  @Message("Thank you")
  String acceptedTitle();

  @Message("Your referral is accepted. Somebody will be in contact with {prospect}.")
  String acceptedText(String prospect);

  @Message("Thank you")
  String reviewTitle();

  @Message("Your referral is under review. Somebody looks at it before {prospect} is contacted.")
  String reviewText(String prospect);

  @Message("Already known")
  String knownTitle();

  @Message("{prospect} is known already, so this referral does not count. Thank you all the same.")
  String knownText(String prospect);

  @Message("Refer somebody else")
  String again();

  @Message("Your referrals")
  String statusTitle();

  @Message("Hello {name}, this is how the people you referred stand.")
  String statusText(String name);

  @Message("Your level: {name}")
  String level(String name);

  @Message("Won referrals that count: {counted}. The next level begins at {next}.")
  String nextLevel(int counted, int next);

  @Message("You have not referred anybody yet.")
  String statusEmpty();

  @Message("Status")
  String status();

  @Message("Referred on")
  String referredOn();

  @Message("Last news")
  String lastNews();

  @Message("Reward")
  String reward();

  @Message("Show older ones")
  String older();

  @Message("received")
  String received();

  @Message("in contact")
  String inContact();

  @Message("promising")
  String promising();

  @Message("won")
  String won();

  @Message("closed")
  String closed();

  @Message("waiting for approval")
  String rewardPending();

  @Message("approved, not yet due")
  String rewardApproved();

  @Message("ready to be paid")
  String rewardAvailable();

  @Message("paid")
  String rewardPaid();

  @Message("given")
  String rewardFulfilled();

  @Message("being checked")
  String rewardHeld();

  @Message("not granted")
  String rewardDenied();

  @Message("taken back")
  String rewardReversed();

  @Message("lapsed")
  String rewardExpired();

  @Message("amount not known yet")
  String amountUnknown();

  @Message("{number} points")
  String points(String number);

  @Message("gift")
  String gift();

  @Message("donation in your name")
  String donation();

  @Message("recognition")
  String recognition();

  @Message("Terms of the program")
  String termsTitle();

  @Message("Read the terms")
  String termsRead();

  @Message("I accept the terms of {tenant} for referrals, version {version}")
  String termsAgree(String tenant, String version);

  @Message("Accept the terms to go on")
  String termsMissing();

  @Message("Accept")
  String termsAccept();

  @Message("Whom should I think of?")
  String briefLink();

  @Message("Whom to think of for {tenant}")
  String briefTitle(String tenant);

  @Message("The right moment: what you may hear or see")
  String briefSignals();

  @Message("What you can ask")
  String briefQuestions();

  @Message("Whom it is not for")
  String briefNotFor();

  @Message("What you can say")
  String briefSay();

  @Message("What is in it for you")
  String briefBenefit();

  @Message("Whom you can ask")
  String briefContact();

  @Message("Back")
  String back();
}
