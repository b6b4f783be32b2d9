package app.vouch.introduction;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The fixed words of the opt-in and withdrawal pages. */
@MessageBundle(value = "introduction", locale = "en")
public interface IntroductionWords {
  @Message("somebody")
  String nobody();

  @Message("Hello {name},")
  String hello(String name);

  @Message("Would you introduce {prospect}?")
  String connectorTitle(String prospect);

  @Message("{requester} of {tenant} would like you to introduce them to {prospect}. This is why:")
  String connectorOpening(String requester, String tenant, String prospect);

  @Message(
      "If you accept, you get a message that you can forward to {prospect}. Nobody writes to {prospect} in your name.")
  String connectorForwards(String prospect);

  @Message(
      "If you accept, {tenant} writes to {prospect} for you, in mails that name you as sender: “{connector} ({tenant})”. They ask {prospect}, remind them once at most, and introduce you both or call it off. Where {tenant} cannot write to {prospect}, you get a message that you can forward.")
  String connectorIsSentFor(String connector, String prospect, String tenant);

  @Message("The introduction is made only if {prospect} says yes as well.")
  String connectorNeedsBoth(String prospect);

  @Message("You can take your yes back at any time before that; it lapses by itself after 30 days.")
  String connectorWithdrawal();

  @Message("Would you like to meet {requester}?")
  String prospectTitle(String requester);

  @Message("{connector} would like to introduce you to {requester} of {tenant}. This is why:")
  String prospectOpening(String connector, String requester, String tenant);

  @Message(
      "If you accept, your name and e-mail address are shared with {requester} of {tenant}, for this introduction only.")
  String prospectShares(String requester, String tenant);

  @Message("You can take your yes back at any time; it lapses by itself after 30 days.")
  String prospectWithdrawal();

  @Message(
      "{tenant} is responsible for your data. {connector} gave your name for its program “{program}”. The purpose is to introduce you to {requester}, and nothing else.")
  String prospectController(String tenant, String connector, String program, String requester);

  @Message(
      "Your e-mail address is not known yet. If you accept, please give the one at which you would like to be written to.")
  String prospectGivesAddress();

  @Message("Your e-mail address, if you say yes")
  String address();

  @Message("Please give an e-mail address such as ann@acme.example with your yes.")
  String addressMissing();

  @Message("Nobody can be introduced at this address. Please give another one.")
  String addressUnwelcome();

  @Message("Your answer")
  String answer();

  @Message("Yes")
  String yes();

  @Message("Not now")
  String notNow();

  @Message("No, thank you")
  String no();

  @Message("Reason, if you like")
  String declineReason();

  @Message("none given")
  String reasonNone();

  @Message("It does not fit")
  String reasonNotRelevant();

  @Message("No time for it")
  String reasonNoTime();

  @Message("We do not know each other well enough")
  String reasonNotClose();

  @Message("Another one")
  String reasonOther();

  @Message("In your own words, if you like. Only {tenant} can read it.")
  String declineNote(String tenant);

  @Message("Ask again in")
  String askAgain();

  @Message("{number} weeks")
  String weeks(int number);

  @Message("Send my answer")
  String send();

  @Message("Please check your answer and send it again.")
  String checkAgain();

  @Message("That was quick. Please check your answer and send it again.")
  String tooQuick();

  @Message("Please choose one of the three answers.")
  String chooseOne();

  @Message("Thank you")
  String thanksTitle();

  @Message("Your yes is recorded. You will get a message for {prospect} that you can forward.")
  String connectorThanks(String prospect);

  @Message(
      "Your yes is recorded. {tenant} now asks {prospect} in your name, or sends you a message that you can forward.")
  String connectorThanksSentFor(String prospect, String tenant);

  @Message("Your yes is recorded. {connector} will introduce you to {requester}.")
  String prospectThanks(String connector, String requester);

  @Message("Changed your mind?")
  String changedMind();

  @Message("Take your yes back")
  String withdrawalLink();

  @Message("Keep this link; it goes on working.")
  String keepLink();

  @Message("{connector} has to be asked once more first. After that you get a new link.")
  String connectorFirst(String connector);

  @Message("Not now")
  String deferredTitle();

  @Message(
      "You will be asked again on {day}. If you decide before, the same link takes your answer. Nothing is shared.")
  String deferredText(String day);

  @Message("No introduction")
  String declinedTitle();

  @Message(
      "Your answer is recorded. Nothing is shared, this request is closed, and nobody reminds you of it.")
  String declinedText();

  @Message("Take your yes back?")
  String withdrawTitle();

  @Message(
      "If the introduction has not been made yet, it will not be made. If it has, your yes counts for nothing further.")
  String withdrawText();

  @Message("Take my yes back")
  String withdraw();

  @Message(
      "Your yes is recorded. Meanwhile {prospect} has been referred in another way, so there is nothing left for you to do.")
  String connectorTooLate(String prospect);

  @Message(
      "Your yes is recorded. This introduction is not possible any more, so there is nothing left for you to do.")
  String connectorNotPossible();

  @Message("Taken back")
  String withdrawnTitle();

  @Message("Your yes is taken back. You need not do anything else.")
  String withdrawnText();

  @Message("Stop all messages?")
  String optOutTitle();

  @Message(
      "Nobody will write to you for {tenant} any more, and you will not be introduced to anybody.")
  String optOutText(String tenant);

  @Message("Stop all messages")
  String optOut();

  @Message("No more messages")
  String optedOutTitle();

  @Message(
      "Nobody will write to you for {tenant} any more. Introductions that were under way are over.")
  String optedOutText(String tenant);

  @Message("Was that a mistake? You can take it back for 24 hours.")
  String optOutMistake();

  @Message("Take it back")
  String undoOptOut();

  @Message("Taken back")
  String optOutUndoneTitle();

  @Message("Your wish to get no more messages is taken back. Introductions that ended stay so.")
  String optOutUndoneText();

  @Message("It cannot be taken back here")
  String optOutStaysTitle();

  @Message(
      "Here it can be taken back for 24 hours. Write to {tenant} if you would like to hear from them again.")
  String optOutStaysText(String tenant);

  @Message("No more messages for {tenant}, from anybody: {link}")
  String optOutLine(String tenant, String link);

  @Message("{name}, you can take your yes back at any time: {link}")
  String withdrawalLine(String name, String link);

  @Message("it has been received")
  String statusReceived();

  @Message("we are in contact")
  String statusInContact();

  @Message("it looks promising")
  String statusPromising();

  @Message("they have become a customer")
  String statusWon();

  @Message("nothing has come of it this time")
  String statusClosed();
}
