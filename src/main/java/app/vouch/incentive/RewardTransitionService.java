package app.vouch.incentive;

import app.vouch.platform.job.JobItem;
import app.vouch.platform.job.JobSlice;
import app.vouch.platform.job.JobTask;
import app.vouch.platform.job.JobView;
import app.vouch.platform.job.Jobs;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides about many rewards as a job: what is refused of one stops no other. */
@ApplicationScoped
public class RewardTransitionService implements JobTask<TransitionRewards> {
  private static final int AT_ONCE = 20;

  private final RewardService rewards;
  private final Jobs jobs;
  private final Work work;

  RewardTransitionService(RewardService rewards, Jobs jobs, Work work) {
    this.rewards = rewards;
    this.jobs = jobs;
    this.work = work;
  }

  /**
   * Begins the job, in the name of the caller.
   *
   * @throws Refusal.Rule {@code reason-required} or {@code wrong-id-type}
   */
  public Answer<JobView> begin(TransitionRewards command) {
    return work.write(
        "transitionRewards", command, JobView.class, () -> Answer.created(beginNow(command)));
  }

  private JobView beginNow(TransitionRewards command) {
    RewardService.reason(command.action(), command.reasonCode());
    List<String> ids = command.rewardIds().stream().distinct().toList();
    ids.forEach(id -> IdType.REWARD.inBody("/rewardIds", id));
    TransitionRewards input =
        new TransitionRewards(
            ids, command.action(), command.reasonCode(), command.note(), null, null);
    return jobs.start(this, input, ids.size());
  }

  @Override
  public String kind() {
    return "reward-transitions";
  }

  @Override
  public Class<TransitionRewards> inputType() {
    return TransitionRewards.class;
  }

  @Override
  public JobSlice run(UUID jobId, TransitionRewards input, @Nullable String cursor) {
    int from = cursor == null ? 0 : Integer.parseInt(cursor);
    int to = Math.min(from + AT_ONCE, input.rewardIds().size());
    List<JobItem> items =
        input.rewardIds().subList(from, to).stream().map(id -> decide(input, id)).toList();
    return new JobSlice(
        items.size(), items, to == input.rewardIds().size() ? null : Integer.toString(to));
  }

  private JobItem decide(TransitionRewards all, String id) {
    try {
      rewards.transition(
          new TransitionReward(id, all.action(), all.reasonCode(), all.note(), null, null));
      return JobItem.done(id);
    } catch (Refusal refusal) {
      if (refusal.type() == ProblemType.TRY_AGAIN) {
        throw refusal;
      }
      return JobItem.refused(id, refusal);
    }
  }
}
