package app.vouch.incentive;

import app.vouch.shared.Uuid7;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/**
 * Keeps why rewards are what they are, as bytes that nothing changes. Lists have the oldest first.
 */
@ApplicationScoped
class RewardArchive {
  private final RewardRepository rewards;
  private final ObjectMapper json;
  private final Uuid7 ids;

  RewardArchive(RewardRepository rewards, ObjectMapper json, Uuid7 ids) {
    this.rewards = rewards;
    this.json = json;
    this.ids = ids;
  }

  void keep(Reward reward, RewardCalculationView calculation) {
    rewards.add(new RewardCalculation(ids.next(), reward.id(), write(calculation)));
  }

  void keep(Reward reward, RewardGateView answer) {
    rewards.add(new RewardGateAnswer(ids.next(), reward.id(), write(answer)));
  }

  List<RewardCalculationView> calculations(UUID rewardId) {
    return rewards.calculations(rewardId).stream()
        .map(calculation -> read(calculation.body(), RewardCalculationView.class))
        .toList();
  }

  List<RewardGateView> gateAnswers(UUID rewardId) {
    return rewards.gateAnswers(rewardId).stream()
        .map(answer -> read(answer.body(), RewardGateView.class))
        .toList();
  }

  private byte[] write(Object view) {
    try {
      return json.writeValueAsBytes(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "a " + view.getClass().getSimpleName() + " cannot be written as JSON", e);
    }
  }

  private <T> T read(byte[] body, Class<T> type) {
    try {
      return json.readValue(body, type);
    } catch (IOException e) {
      throw new IllegalStateException("a stored " + type.getSimpleName() + " cannot be read", e);
    }
  }
}
