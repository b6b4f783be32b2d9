package app.vouch.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.vouch.docs.GeneratedFile;
import app.vouch.shared.IdType;
import app.vouch.shared.Lifecycle;
import app.vouch.shared.Lifecycle.Decision;
import app.vouch.shared.Refusal;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferralLifecycleTest {
  private static final Lifecycle<ReferralState, ReferralAction> TABLE = ReferralLifecycle.TABLE;

  /** contracts.md, section 1, written out: state, action, target. What is absent is refused. */
  private static final String EXPECTED =
      """
      SUBMITTED ACCEPT ACCEPTED
      SUBMITTED MARK_DUPLICATE DUPLICATE
      SUBMITTED REJECT REJECTED
      SUBMITTED EXPIRE EXPIRED
      SUBMITTED WITHDRAW WITHDRAWN
      ACCEPTED CONTACT CONTACTED
      ACCEPTED BOOK_MEETING MEETING
      ACCEPTED QUALIFY QUALIFIED
      ACCEPTED WIN WON
      ACCEPTED LOSE LOST
      ACCEPTED EXPIRE EXPIRED
      ACCEPTED WITHDRAW WITHDRAWN
      ACCEPTED MARK_DUPLICATE DUPLICATE
      ACCEPTED REJECT REJECTED
      CONTACTED BOOK_MEETING MEETING
      CONTACTED QUALIFY QUALIFIED
      CONTACTED WIN WON
      CONTACTED LOSE LOST
      CONTACTED EXPIRE EXPIRED
      CONTACTED WITHDRAW WITHDRAWN
      CONTACTED MARK_DUPLICATE DUPLICATE
      CONTACTED REJECT REJECTED
      MEETING QUALIFY QUALIFIED
      MEETING WIN WON
      MEETING LOSE LOST
      MEETING WITHDRAW WITHDRAWN
      MEETING REJECT REJECTED
      QUALIFIED WIN WON
      QUALIFIED LOSE LOST
      QUALIFIED WITHDRAW WITHDRAWN
      QUALIFIED REJECT REJECTED
      WON REOPEN QUALIFIED
      WON REJECT REJECTED
      LOST REOPEN QUALIFIED
      LOST REJECT REJECTED
      EXPIRED REVIVE ACCEPTED
      DUPLICATE REINSTATE ACCEPTED
      """;

  private static Map<String, String> expected() {
    Map<String, String> targets = new LinkedHashMap<>();
    EXPECTED
        .lines()
        .map(line -> line.split(" ", -1))
        .forEach(row -> targets.put(row[0] + ' ' + row[1], row[2]));
    return targets;
  }

  static Stream<Object[]> grid() {
    return Arrays.stream(ReferralState.values())
        .flatMap(
            state ->
                Arrays.stream(ReferralAction.values()).map(action -> new Object[] {state, action}));
  }

  @ParameterizedTest
  @MethodSource("grid")
  void shouldDoWhatTheContractSaysWhenAnActionMeetsAState(
      ReferralState state, ReferralAction action) {
    String target = expected().get(state + " " + action);

    Decision<ReferralState, ReferralAction> decision = TABLE.decide(state, action);

    switch (decision) {
      case Decision.Moved<ReferralState, ReferralAction> moved ->
          assertThat(moved.to().name()).isEqualTo(target);
      case Decision.Refused<ReferralState, ReferralAction> refused -> {
        assertThat(target).isNull();
        assertThat(refused.allowed().stream().map(Enum::name))
            .containsExactlyInAnyOrderElementsOf(
                expected().keySet().stream()
                    .filter(pair -> pair.startsWith(state + " "))
                    .map(pair -> pair.split(" ", -1)[1])
                    .toList());
      }
    }
  }

  @Test
  void shouldReachEveryStateWhenStartedFromTheFirst() {
    Set<ReferralState> reached = EnumSet.of(ReferralState.SUBMITTED);
    Deque<ReferralState> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      ReferralState state = open.pop();
      for (ReferralAction action : TABLE.allowed(state)) {
        ReferralState to = TABLE.move(IdType.REFERRAL, state, action);
        if (reached.add(to)) {
          open.push(to);
        }
      }
    }

    assertThat(reached).containsExactlyInAnyOrder(ReferralState.values());
  }

  @Test
  void shouldUseEveryActionWhenTheEntryIsCounted() {
    Set<ReferralAction> used =
        TABLE.rows().stream().map(Lifecycle.Row::action).collect(Collectors.toSet());
    used.add(ReferralAction.CAPTURE);

    assertThat(used).containsExactlyInAnyOrder(ReferralAction.values());
  }

  @Test
  void shouldHaveNoWayOutWhenAStateIsFinal() {
    assertThat(Arrays.stream(ReferralState.values()).filter(TABLE::isTerminal))
        .containsExactlyInAnyOrder(ReferralState.REJECTED, ReferralState.WITHDRAWN);
  }

  @Test
  void shouldNameWhatIsAllowedWhenAMoveIsRefused() {
    assertThatThrownBy(
            () -> TABLE.move(IdType.REFERRAL, ReferralState.DUPLICATE, ReferralAction.WIN))
        .isInstanceOfSatisfying(
            Refusal.NotAllowed.class,
            refusal ->
                assertThat(refusal.facts().get("allowed"))
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                    .containsExactly("REINSTATE"));
  }

  @Test
  void shouldOfferCallersNoActionOfTheSystemWhenAStateIsShown() {
    assertThat(CallerAction.allowed(ReferralState.ACCEPTED))
        .containsExactly(
            CallerAction.MARK_DUPLICATE,
            CallerAction.REJECT,
            CallerAction.CONTACT,
            CallerAction.BOOK_MEETING,
            CallerAction.QUALIFY,
            CallerAction.LOSE,
            CallerAction.WITHDRAW);
    assertThat(CallerAction.allowed(ReferralState.WON)).containsExactly(CallerAction.REJECT);
    assertThat(CallerAction.allowed(ReferralState.WITHDRAWN)).isEmpty();
  }

  @Test
  @Tag("generated")
  void shouldBeDrawnWhenTheTableChanges() {
    GeneratedFile.check(
        Path.of("src/docs/states/referral.md"),
        """
        # Referral

        Drawn from `ReferralLifecycle` by `ReferralLifecycleTest`; write it again with
        `./mvnw test -Dtest=ReferralLifecycleTest -Dvouch.generate=true`.

        ```mermaid
        %s```
        """
            .formatted(TABLE.toMermaid()));
  }
}
